import type { CrmAdapter, CrmCustomer, NewCrmCustomer } from '#plugins/crm/contract'
import { CrmGoneError, CrmRejectedError } from '#plugins/crm/errors'
import type Customer from '#app/customers/customer'
import { make, valuesOf, type Begun, type MappedWay } from '#app/crm_connections/crm_creation'
import { labelOf } from '#app/crm_connections/our_fields'

/**
 * `same`: nothing would change there. `link`: they are known there, and are the same record from now on. `duplicate`:
 * several there may be them, and nobody but a person can say which.
 */
export type Outcome = 'create' | 'link' | 'update' | 'same' | 'duplicate' | 'refuse'
export type Foreseen = {
  outcome: Outcome
  detail: string | null
  /** Which record there they would be from then on. */
  externalId?: string
}
export type Pushed = {
  outcome: Outcome
  externalId: string | null
  failure: string | null
  /** Whether the record is deleted there: nothing more is written until somebody says what is to become of it. */
  isGone: boolean
  /** The record of another customer of ours that theirs was merged into there. */
  mergedInto: string | null
  /** Those of the former records that are out of use there. */
  ended: string[]
  /** Who was written; and as they are kept there, where that is known. */
  customer: Customer
  there: CrmCustomer | null
}

type Known = Begun & {
  /** Which record there the customer is. */
  known: string | null
  /** Those of the records that were merged into this customer. */
  former: string[]
  /** Takes over what was changed there; answers the customer as they are then. */
  takeOver: (there: CrmCustomer) => Promise<Customer>
}
type Met = { outcome: 'create' | 'link' | 'update'; id: string | null }

const KEPT_TWICE =
  'The customer system still has a record of its own of somebody who was merged into this customer here. Merge the two there.'

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
  constructor(readonly into: string) {
    super(MERGED_THERE)
  }
}

/** Writes a customer as they are now to the system outside; calm when it is done twice. */
export async function push(way: MappedWay, customer: Customer, about: Known): Promise<Pushed> {
  const { adapter, mapping } = way
  const { known, former } = about
  const ended: string[] = []
  try {
    // Before the rest: an e-mail address of theirs that the customer has now is free only then.
    for (const id of former) if (await isEnded(adapter, id)) ended.push(id)
    const { outcome, id } = await meet(adapter, customer, about)
    const read = id && mapping.isReading ? await readAs(adapter, id) : null
    const present = read ? await about.takeOver(read) : customer
    const there = id
      ? await change(way, id, present, read)
      : await make(way, mapping.written(customer, { isNew: true }), about)
    if (there.id !== known && (await about.isTaken(there.id))) throw new MergedThereError(there.id)
    if (customer.isArchived && adapter.capabilities.archive) await adapter.archive(there.id)
    const failure = ended.length < former.length ? KEPT_TWICE : null
    return {
      outcome,
      externalId: there.id,
      failure,
      isGone: false,
      mergedInto: null,
      ended,
      customer: present,
      there,
    }
  } catch (error) {
    const [isDeleted, isMerged] = [error instanceof CrmGoneError, error instanceof MergedThereError]
    return {
      outcome: refusalBy(error),
      externalId: isMerged ? null : known,
      failure: isDeleted ? GONE : wordsOf(error),
      isGone: isDeleted || isMerged,
      mergedInto: error instanceof MergedThereError ? error.into : null,
      ended,
      customer,
      there: null,
    }
  }
}

/** `null`: they are another record by now, or none. */
async function readAs(adapter: CrmAdapter, id: string) {
  const there = await adapter.get(id)
  return there?.id === id && !there.isArchived ? there : null
}

/** What they have already is not written again: it would be told as a change of theirs. */
async function change(
  { adapter, mapping }: MappedWay,
  id: string,
  customer: Customer,
  read: CrmCustomer | null
) {
  const outgoing = mapping.written(customer)
  if (read && mapping.differences(outgoing, read).length === 0) return read
  if (Object.keys(outgoing.fields).length > 0 || valuesOf(outgoing))
    return adapter.update(id, outgoing.fields, valuesOf(outgoing))
  const there = await adapter.get(id)
  if (!there) throw new CrmGoneError()
  return there
}

/** What `push` would do, and why not; nothing is written. */
export async function foresee(
  { adapter, mapping }: MappedWay,
  customer: Customer,
  about: Pick<Known, 'known' | 'isTaken'>
): Promise<Foreseen> {
  try {
    const { outcome, id } = await meet(adapter, customer, about)
    const outgoing = mapping.written(customer, { isNew: !id })
    await adapter.check({ ...outgoing.fields, name: customer.name } as NewCrmCustomer)
    if (!id) return { outcome, detail: null }
    const there = await adapter.get(id)
    if (!there) throw new CrmRejectedError(GONE)
    const differing = mapping.differences(outgoing, there)
    if (outcome === 'update' && differing.length === 0) return { outcome: 'same', detail: null }
    const detail = differing.map(labelOf).join(', ') || null
    return outcome === 'link' ? { outcome, detail, externalId: id } : { outcome, detail }
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
