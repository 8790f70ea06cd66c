import { validate } from 'uuid'
import { byId, named } from '#app/platform/by_id'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import { likenessesOf, reasonOf, type Identifying, type Likeness } from '#app/customers/likenesses'

export type Place = Record<'street' | 'unit' | 'postcode' | 'city', string>
/** How a line of a list names somebody. */
export type Naming = { customer: string; place?: Place }
/** Who is named, and by which contact or site of theirs where it is not the primary one. */
export type Named = { customers: Customer[]; by: string | null }

/**
 * Customers whom a list names by e-mail address, phone number, the id of an export or an address, be it that of a
 * further contact or site: all looked up together.
 */
export class NamedCustomers {
  private likenesses = new Map<number, Likeness[]>()
  private seen = new Map<string, Customer>()

  constructor(
    private user: User,
    private country: string
  ) {}

  async find(names: Naming[]) {
    this.likenesses = Map.groupBy(
      await likenessesOf(names.map((one) => this.identifying(one))),
      ({ at }) => at
    )
    const given = names.map(({ customer }) => customer.toLowerCase()).filter((name) => validate(name))
    const ids = named([...given, ...[...this.likenesses.values()].flat().map(({ id }) => id)])
    this.seen = byId(ids.length > 0 ? await Customer.visibleTo(this.user).whereIn('customers.id', ids) : [])
    return this
  }

  /** Those whom a line names, by its place in the list; more than one where people share a phone or a mailbox, and live apart. */
  of({ customer }: Naming, at: number): Named {
    const known = this.seen.get(customer.toLowerCase())
    if (known) return { customers: [known], by: null }
    const likenesses = (this.likenesses.get(at) ?? []).filter(({ id }) => this.seen.has(id))
    const there = likenesses.filter(({ by }) => by === 'address')
    const called = customer === '' ? there : likenesses.filter(({ by }) => by !== 'address')
    const neighbours = called.filter((one) => there.some(({ id }) => id === one.id))
    const meant = neighbours.length > 0 ? neighbours : called
    const isOwn = meant.some(({ part }) => part === null)
    return {
      customers: named(meant.map(({ id }) => id)).map((id) => this.seen.get(id)!),
      by: isOwn || meant.length === 0 ? null : reasonOf(meant[0]),
    }
  }

  // By a field that a role hides nobody finds anybody.
  private identifying({ customer, place }: Naming): Identifying {
    const { country } = this
    const fields = this.user.fields('customers')
    const isMail = customer.includes('@')
    return {
      country,
      email: isMail && fields.shows('email') ? customer : null,
      phone: !isMail && !validate(customer) && fields.shows('phone') ? customer : null,
      ...(fields.shows('address') ? place : {}),
    }
  }
}
