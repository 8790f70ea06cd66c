import type { CrmAdapter, CrmCustomerFields } from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'

type Outcome = { externalId: string | null; failure: string | null }

/** Writes a customer as they are now to the system outside; calm when it is done twice. */
export async function push(adapter: CrmAdapter, customer: Customer, known: string | null): Promise<Outcome> {
  try {
    return { externalId: await written(adapter, customer, known), failure: null }
  } catch (error) {
    if (error instanceof CrmRejectedError) return { externalId: known, failure: error.message.slice(0, 500) }
    throw error
  }
}

async function written(adapter: CrmAdapter, customer: Customer, known: string | null) {
  const fields = fieldsFor(adapter, customer)
  const id = known ?? (await twinOf(adapter, customer))
  const kept = id ? await adapter.update(id, fields) : await adapter.create(fields)
  if (customer.isArchived && adapter.capabilities.archive) await adapter.archive(kept.id)
  return kept.id
}

function fieldsFor({ capabilities: { keeps } }: CrmAdapter, customer: Customer) {
  return Object.fromEntries(keeps.map((field) => [field, customer[field] ?? null])) as CrmCustomerFields
}

// The same person may be there already, also from a try whose answer was lost. A name alone tells too little.
async function twinOf(adapter: CrmAdapter, { email, phone }: Customer) {
  for (const [by, value] of [
    ['email', email],
    ['phone', phone],
  ] as const) {
    if (!value || !adapter.capabilities.searchBy.includes(by)) continue
    const [found, another] = await adapter.search({ by, value, limit: 2 })
    if (found && !another) return found.id
  }
  return null
}
