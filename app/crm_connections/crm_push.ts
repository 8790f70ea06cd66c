import type { CrmAdapter, CrmCustomerFields } from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'

/** `ended`: those of the former records that are out of use there. */
export type Outcome = { externalId: string | null; failure: string | null; ended: string[] }

type Known = {
  /** Which record there the customer is. */
  known: string | null
  /** Those of the records that were merged into this customer. */
  former: string[]
  /** Whether a record there is another customer of ours. */
  isTaken: (externalId: string) => Promise<boolean>
}

const KEPT_TWICE =
  'The customer system still has a record of its own of somebody who was merged into this customer here. Merge the two there.'

/** Writes a customer as they are now to the system outside; calm when it is done twice. */
export async function push(adapter: CrmAdapter, customer: Customer, about: Known): Promise<Outcome> {
  const { known, former } = about
  const ended: string[] = []
  try {
    // Before the rest: an e-mail address of theirs that the customer has now is free only then.
    for (const id of former) if (await isEnded(adapter, id)) ended.push(id)
    const externalId = await written(adapter, customer, about)
    return { externalId, failure: ended.length < former.length ? KEPT_TWICE : null, ended }
  } catch (error) {
    if (error instanceof CrmRejectedError)
      return { externalId: known, failure: error.message.slice(0, 500), ended }
    throw error
  }
}

/** Where nothing can be archived, a person merges them there, and then it is gone. */
async function isEnded(adapter: CrmAdapter, id: string) {
  if (!adapter.capabilities.archive) return (await adapter.get(id)) === null
  await adapter.archive(id)
  return true
}

async function written(adapter: CrmAdapter, customer: Customer, { known, isTaken }: Known) {
  const fields = fieldsFor(adapter, customer)
  const id = known ?? (await twinOf(adapter, customer, isTaken))
  const kept = id ? await adapter.update(id, fields) : await adapter.create(fields)
  if (customer.isArchived && adapter.capabilities.archive) await adapter.archive(kept.id)
  return kept.id
}

function fieldsFor({ capabilities: { keeps } }: CrmAdapter, customer: Customer) {
  return Object.fromEntries(keeps.map((field) => [field, customer[field] ?? null])) as CrmCustomerFields
}

// The same person may be there already, also from a try whose answer was lost. A name alone tells too little.
async function twinOf(adapter: CrmAdapter, { email, phone }: Customer, isTaken: Known['isTaken']) {
  for (const [by, value] of [
    ['email', email],
    ['phone', phone],
  ] as const) {
    if (!value || !adapter.capabilities.searchBy.includes(by)) continue
    const [found, another] = await adapter.search({ by, value, limit: 2 })
    if (found && !another && !(await isTaken(found.id))) return found.id
  }
  return null
}
