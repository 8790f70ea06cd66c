import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { lockRow } from '#app/platform/database/row_lock'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { CustomerContacts, CustomerSites, PLACE } from '#app/customers/customer_parts'
import { CustomerGoneError } from '#app/customers/errors'
import { CustomerMerged } from '#app/customers/customer_events'

const MOVED = { codes: 'qr_codes', leads: 'leads', orders: 'orders' } as const

/** Two records of one customer: one stays, and all that led to the other leads to it. */
export class CustomerMerge {
  constructor(
    private survivor: Customer,
    private other: Customer
  ) {}

  /** How much moves with it. */
  async moves() {
    const counted = { codes: 0, leads: 0, orders: 0 }
    for (const name of Object.keys(counted) as (keyof typeof MOVED)[]) {
      const [row] = await db.from(MOVED[name]).where(this.#ofOther).count('*', 'count')
      counted[name] = Number(row.count)
    }
    return counted
  }

  async run() {
    const both = [this.survivor, this.other].sort((one, two) => (one.id < two.id ? -1 : 1))
    for (const customer of both) await lockRow(customer)
    if (this.survivor.id === this.other.id || both.some(({ isArchived }) => isArchived))
      throw new CustomerGoneError()
    const moves = await this.moves()
    for (const table of [...Object.values(MOVED), 'qr_assignments'])
      await db.from(table).where(this.#ofOther).update({ customer_id: this.survivor.id })
    await Customer.query().where('mergedInto', this.other.id).update({ mergedInto: this.survivor.id })
    await this.#join()
    await this.other.merge({ archivedAt: DateTime.utc(), mergedInto: this.survivor.id }).save()
    await CustomerMerged.record(this.survivor, { customerId: this.other.id, ...moves })
  }

  async #join() {
    const { survivor, other } = this
    const kinds = [CustomerContacts, CustomerSites].map(
      (Parts) => [new Parts(survivor), new Parts(other)] as const
    )
    const hadNone: boolean[] = []
    for (const [parts] of kinds) hadNone.push(await parts.areNone())
    await survivor.revise(this.#gained())
    for (const [index, [parts, others]] of kinds.entries()) await parts.take(others as never, hadNone[index])
  }

  get #ofOther() {
    return { tenant_id: this.other.tenantId, customer_id: this.other.id }
  }

  // What is unknown is filled; what differs becomes a contact or site of its own.
  #gained(): Partial<CustomerFacts> {
    const { survivor, other } = this
    const gained: Partial<CustomerFacts> = {}
    const ways = ['phone', 'email'] as const
    for (const way of ways) if (!survivor[way]) gained[way] = other[way]
    if (PLACE.every((part) => part === 'country' || !survivor[part])) {
      for (const part of PLACE) gained[part] = other[part]!
    }
    const isContact = ways.some((way) => other[way] && survivor[way] && other[way] !== survivor[way])
    const otherName = other.name !== survivor.name && !isContact ? other.name : null
    const notes = [survivor.notes, other.notes, otherName].filter(Boolean).join('\n\n')
    return { ...gained, notes: notes || null }
  }
}
