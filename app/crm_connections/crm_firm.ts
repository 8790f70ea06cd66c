import type { CrmAdapter } from '#plugins/crm/contract'
import { CrmGoneError, CrmRejectedError } from '#plugins/crm/errors'
import CustomerContact from '#app/customers/customer_contact'
import type Customer from '#app/customers/customer'
import type CrmConnection from '#app/crm_connections/crm_connection'
import type CrmLink from '#app/crm_connections/crm_link'
import type { Foreseen } from '#app/crm_connections/crm_push'

/** `companyName`: what we called it; `null` for one that was there before, or was taken over there: it is left as it is. */
type Kept = Pick<CrmLink, 'companyId' | 'companyName'>
export type Firm = Kept & { failure: string | null }

/** Whether a customer is to have a company there, as their company said. */
export async function isFirm({ firms }: CrmConnection, { id, name }: Customer) {
  if (firms !== 'named') return firms === 'all'
  const spokesman = await CustomerContact.query()
    .where({ customerId: id, isPrimary: true })
    .whereNull('removedAt')
    .first()
  return spokesman !== null && spokesman.name !== name
}

/** What becomes of one who gets a company as well. */
export function withFirm(foreseen: Foreseen): Foreseen {
  const { outcome, detail } = foreseen
  if (outcome === 'refuse' || outcome === 'duplicate') return foreseen
  const details = [detail, 'a company of this name'].filter(Boolean).join(', ')
  return { ...foreseen, outcome: outcome === 'same' ? 'update' : outcome, detail: details }
}

/** Has the record of a customer belong to a company of the customer's name; calm when it is done twice. */
export async function keepFirm(
  { companies }: CrmAdapter,
  { name }: Pick<Customer, 'name'>,
  { externalId, companyId, companyName }: Kept & { externalId: string }
): Promise<Firm> {
  try {
    if (!companyId) {
      const company = await companies!.create(externalId, { name })
      return { companyId: company.id, companyName: company.name === name ? name : null, failure: null }
    }
    const isOurs = companyName !== null && companyName !== name
    if (isOurs) await companies!.rename(companyId, name)
    return { companyId, companyName: companyName && name, failure: null }
  } catch (error) {
    if (error instanceof CrmGoneError) return { companyId, companyName: null, failure: null }
    if (error instanceof CrmRejectedError)
      return { companyId, companyName, failure: error.message.slice(0, 500) }
    throw error
  }
}
