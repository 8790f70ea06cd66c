import type { CrmAdapter, CrmCustomer, CrmCustomerFields } from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'

/**
 * `same`: nothing would change there. `link`: they are known there, and are the same record from now on. `duplicate`:
 * several there may be them, and nobody but a person can say which.
 */
export type Outcome = 'create' | 'link' | 'update' | 'same' | 'duplicate' | 'refuse'
export type Foreseen = { outcome: Outcome; detail: string | null }
export type Pushed = {
  outcome: Outcome
  externalId: string | null
  failure: string | null
  /** Whether the record is deleted there: nothing more is written until somebody says what is to become of it. */
  isGone: boolean
  /** Those of the former records that are out of use there. */
  ended: string[]
}

type Known = {
  /** Which record there the customer is. */
  known: string | null
  /** Those of the records that were merged into this customer. */
  former: string[]
  /** Under which the record is made, once. */
  key: string
  /** When one was begun whose answer never came. */
  triedAt: Date | null
  /** Whether a record there is another customer of ours. */
  isTaken: (externalId: string) => Promise<boolean>
}
type Met = { outcome: 'create' | 'link' | 'update'; id: string | null }

const KEPT_TWICE =
  'The customer system still has a record of its own of somebody who was merged into this customer here. Merge the two there.'

/** What of a record was written is seen by its clock, which may be another than ours. */
const CLOCKS_APART = 10 * 60 * 1000
export const GONE =
  'Somebody deleted the record in the customer system. Choose whether to make it there anew, or to keep this customer here alone.'
export const APART = 'Somebody chose to keep this customer here alone.'
export const MERGED_THERE =
  'In the customer system, this customer was merged into another of yours. Merge the two here as well.'

/** Several records there have the address or number. */
class SeveralThereError extends CrmRejectedError {
  constructor(what: string) {
    super(`Several there have this ${what}. Merge them there, then save the customer here again.`)
  }
}

/** Their record there is that of another customer of ours by now. */
class MergedThereError extends CrmRejectedError {
  constructor() {
    super(MERGED_THERE)
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
    const kept = id ? await adapter.update(id, fields) : await make(adapter, fields, about)
    if (kept.id !== known && (await about.isTaken(kept.id))) throw new MergedThereError()
    if (customer.isArchived && adapter.capabilities.archive) await adapter.archive(kept.id)
    const failure = ended.length < former.length ? KEPT_TWICE : null
    return { outcome, externalId: kept.id, failure, isGone: false, ended }
  } catch (error) {
    const [isDeleted, isMerged] = [error instanceof CrmGoneError, error instanceof MergedThereError]
    return {
      outcome: refusalBy(error),
      externalId: isMerged ? null : known,
      failure: isDeleted ? GONE : wordsOf(error),
      isGone: isDeleted || isMerged,
      ended,
    }
  }
}

/** Once: by its key where the system keeps one, else whoever was begun the last time and looks like it is taken for it. */
async function make(adapter: CrmAdapter, fields: CrmCustomerFields, about: Known) {
  const keyed = adapter.capabilities.keys ? await makeKeyed(adapter, fields, about.key) : null
  if (!keyed) return (await twinOf(adapter, fields, about)) ?? adapter.create(fields)
  return differencesIn(adapter, fields, keyed).length > 0 ? adapter.update(keyed.id, fields) : keyed
}

async function makeKeyed(adapter: CrmAdapter, fields: CrmCustomerFields, key: string) {
  try {
    return await adapter.create(fields, key)
  } catch (error) {
    if (error instanceof CrmNotSupportedError) return null
    throw error
  }
}

async function twinOf(adapter: CrmAdapter, fields: CrmCustomerFields, { triedAt, isTaken }: Known) {
  if (!triedAt) return null
  const by = adapter.capabilities.searchBy.includes('name') ? 'name' : 'text'
  const alike = await adapter.search({ by, value: fields.name, limit: 100 })
  for (const one of alike) {
    const isOld = Date.parse(one.updatedAt) < triedAt.getTime() - CLOCKS_APART
    if (!isOld && differencesIn(adapter, fields, one).length === 0 && !(await isTaken(one.id))) return one
  }
  return null
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
    if (!there) throw new CrmRejectedError(GONE)
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

/** Where nothing can be archived, a person merges them there, and then it is gone. One that was merged there stays away. */
async function isEnded(adapter: CrmAdapter, id: string) {
  const there = await adapter.get(id)
  if (there?.id !== id) return true
  if (!adapter.capabilities.archive) return false
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
