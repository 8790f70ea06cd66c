import type { CrmCompanies, CrmCompany } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { refuseNameless } from '#plugins/crm/company_name'
import { ifAllowed } from '#plugins/crm/permission'
import { ID, type SalesforceClient } from '#plugins/crm/salesforce/client'

type Account = { Id: string; Name: string }
type Belonging = { AccountId: string | null }

const ACCOUNT = '/sobjects/Account'
const FORBIDDEN =
  'Salesforce does not let us use accounts. Let the user as whom we come in read, create and edit them.'
const LONGEST = 255

/** The accounts of contacts: a contact has one, and so tells by itself whether it was made. */
export class SalesforceCompanies implements CrmCompanies {
  constructor(private client: SalesforceClient) {}

  create(customerId: string, { name }: { name: string }) {
    return ifAllowed(FORBIDDEN, this.#createOnce(customerId, nameOf(name)))
  }

  rename(id: string, name: string) {
    return ifAllowed(FORBIDDEN, this.#write(id, nameOf(name)))
  }

  /** Both or neither: an account without its contact would be made again. */
  async #createOnce(customerId: string, Name: string) {
    const path = `/sobjects/Contact/${customerId}`
    const contact = await this.client.find<Belonging>('Contact', customerId, ['Id', 'AccountId'])
    if (!contact) throw new CrmGoneError()
    const known = contact.AccountId && (await this.#find(contact.AccountId))
    if (known) return known
    const [made] = await this.client.together<{ id: string }>([
      { method: 'POST', path: ACCOUNT, as: 'account', body: { Name } },
      { method: 'PATCH', path, as: 'contact', body: { AccountId: '@{account.id}' } },
    ])
    return { id: made.id, name: Name }
  }

  async #write(id: string, Name: string) {
    const isThere = ID.test(id) && (await this.client.call('PATCH', `${ACCOUNT}/${id}`, { Name }))
    if (!isThere) throw new CrmGoneError('company')
    return { id, name: Name }
  }

  async #find(id: string): Promise<CrmCompany | null> {
    const account = await this.client.find<Account>('Account', id, ['Id', 'Name'])
    return account && { id: account.Id, name: account.Name }
  }
}

function nameOf(name: string) {
  refuseNameless(name)
  return name.trim().slice(0, LONGEST)
}
