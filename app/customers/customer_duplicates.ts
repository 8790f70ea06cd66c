import { byId, named } from '#app/platform/by_id'
import Customer from '#app/customers/customer'
import { likenessesOf, reasonOf, type Identifying, type Likeness } from '#app/customers/likenesses'
import type User from '#app/identity/user'

/** Who may be meant, with the reason, unless that is a field which the reader's role hides. */
export type Alike = { customer: Customer; why: string | null }

const SHOWN = 5

/** Customers who may already be each of these people, and whether there are others, of whom the reader is told nothing. */
export async function everyoneLike(many: Identifying[], reader: User | null) {
  const likenesses = Map.groupBy(await likenessesOf(many), ({ at }) => at)
  const ids = named([...likenesses.values()].flat().map(({ id }) => id))
  const current = (customers = Customer.query()) =>
    customers.whereIn('customers.id', ids).whereNull('customers.archived_at')
  const seen = byId(ids.length > 0 ? await current(reader ? Customer.visibleTo(reader) : undefined) : [])
  const present = seen.size < ids.length ? byId(await current().select('customers.id')) : seen
  return many.map((_, at) => {
    const mine = likenesses.get(at) ?? []
    const all = named(mine.map(({ id }) => id)).filter((id) => present.has(id))
    const shown = all.filter((id) => seen.has(id))
    const alike = shown.slice(0, SHOWN).map((id): Alike => {
      return {
        customer: seen.get(id)!,
        why: toldTo(
          reader,
          mine.find((one) => one.id === id)!
        ),
      }
    })
    return { alike, isOneHidden: shown.length < all.length && shown.length < SHOWN }
  })
}

export async function likelyDuplicatesOf(facts: Identifying): Promise<Customer[]> {
  const [{ alike }] = await everyoneLike([facts], null)
  return alike.map(({ customer }) => customer)
}

export async function duplicatesFor(facts: Identifying, reader: User) {
  const [{ alike, isOneHidden }] = await everyoneLike([facts], reader)
  return { ids: alike.map(({ customer }) => customer.id), reasons: reasonsOf(alike), isOneHidden }
}

/** Why each of them may be meant, by id. */
export const reasonsOf = (alike: Alike[]) =>
  Object.fromEntries(alike.map(({ customer, why }) => [customer.id, why]))

const toldTo = (reader: User | null, likeness: Likeness) =>
  !reader || likeness.by === 'name' || reader.fields('customers').shows(likeness.by)
    ? reasonOf(likeness)
    : null
