import type { CrmAdapter, CrmCustomer, CrmCustomerFields } from '#plugins/crm/contract'
import { CrmRejectedError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'

/**
 * `same`: nothing would change there. `link`: they are known there, and are the same record from now on. `duplicate`:
 * several there may be them, and nobody but a person can say which.
 */
export type Outcome = 'create' | 'link' | 'update' | 'same' | 'duplicate' | 'refuse'
export type Foreseen = { outcome: Outcome; detail: string | null }
/** `ended`: those of the former records that are out of use there. */
export type Pushed = { outcome: Outcome; externalId: string | null; failure: string | null; ended: string[] }

type Known = {
  /** Which record there the customer is. */
  known: string | null
  /** Those of the records that were merged into this customer. */
  former: string[]
  /** Whether a record there is another customer of ours. */
  isTaken: (externalId: string) => Promise<boolean>
}
type Met = { outcome: 'create' | 'link' | 'update'; id: string | null }

const KEPT_TWICE =
  'The customer system still has a record of its own of somebody who was merged into this customer here. Merge the two there.'

/** Several records there have the address or number. */
class SeveralThereError extends CrmRejectedError {
  constructor(what: string) {
    super(`Several there have this ${what}. Merge them there, then save the customer here again.`)
  }
}

/** Writes a customer as they are now to the system outside; calm when it is done twice. */
export async function push(adapter: CrmAdapter, customer: Customer, about: Known): Promise<Pushed> {
  const { known, former } = about
  const ended: string[] = []
  try {
    // Before the rest: an e-mail address of theirs that the customer has now is free only then.
    for (const id of former) if (await isEnded(adapter, id)) ended.push(id)
    const { outcome, id } = await meet(adapter, customer, about)
    const fields = fieldsFor(adapter, customer)
    const kept = id ? await adapter.update(id, fields) : await adapter.create(fields)
    if (customer.isArchived && adapter.capabilities.archive) await adapter.archive(kept.id)
    const failure = ended.length < former.length ? KEPT_TWICE : null
    return { outcome, externalId: kept.id, failure, ended }
  } catch (error) {
    return { outcome: refusalBy(error), externalId: known, failure: wordsOf(error), ended }
  }
}

/** What `push` would do, and why not; nothing is written. */
export async function foresee(
  adapter: CrmAdapter,
  customer: Customer,
  about: Pick<Known, 'known' | 'isTaken'>
): Promise<Foreseen> {
  try {
    const { outcome, id } = await meet(adapter, customer, about)
    const fields = fieldsFor(adapter, customer)
    await adapter.check(fields)
    if (!id) return { outcome, detail: null }
    const there = await adapter.get(id)
    if (!there) throw new CrmRejectedError('There is no such customer any more')
    const differing = differencesIn(adapter, fields, there)
    if (outcome === 'update' && differing.length === 0) return { outcome: 'same', detail: null }
    return { outcome, detail: differing.join(', ') || null }
  } catch (error) {
    return { outcome: refusalBy(error), detail: wordsOf(error) }
  }
}

function wordsOf(error: unknown) {
  if (error instanceof CrmRejectedError) return error.message.slice(0, 500)
  throw error
}

const refusalBy = (error: unknown) => (error instanceof SeveralThereError ? 'duplicate' : 'refuse')

/** Where nothing can be archived, a person merges them there, and then it is gone. */
async function isEnded(adapter: CrmAdapter, id: string) {
  if (!adapter.capabilities.archive) return (await adapter.get(id)) === null
  await adapter.archive(id)
  return true
}

function fieldsFor({ capabilities: { keeps } }: CrmAdapter, customer: Customer) {
  return Object.fromEntries(keeps.map((field) => [field, customer[field] ?? null])) as CrmCustomerFields
}

function differencesIn(
  { capabilities: { keeps } }: CrmAdapter,
  fields: CrmCustomerFields,
  there: CrmCustomer
) {
  const inOneCase = (value: string | null | undefined) => value?.toLowerCase() ?? null
  return keeps.filter((field) =>
    field === 'email' ? inOneCase(fields.email) !== inOneCase(there.email) : fields[field] !== there[field]
  )
}

// The same person may be there already, also from a try whose answer was lost. A name alone tells too little.
async function meet(
  adapter: CrmAdapter,
  customer: Customer,
  { known, isTaken }: Pick<Known, 'known' | 'isTaken'>
): Promise<Met> {
  if (known) return { outcome: 'update', id: known }
  let several = ''
  for (const [by, what] of [
    ['email', 'e-mail address'],
    ['phone', 'phone number'],
  ] as const) {
    const value = customer[by]
    if (!value || !adapter.capabilities.searchBy.includes(by)) continue
    const [found, another] = await adapter.search({ by, value, limit: 2 })
    if (another) several ||= what
    else if (found && !(await isTaken(found.id))) return { outcome: 'link', id: found.id }
  }
  if (several) throw new SeveralThereError(several)
  return { outcome: 'create', id: null }
}
