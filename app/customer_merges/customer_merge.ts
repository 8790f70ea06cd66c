import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { lockRow } from '#app/platform/database/row_lock'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { CustomerGoneError } from '#app/customers/errors'
import { CustomerMerged } from '#app/customers/customer_events'

const MOVED = { codes: 'qr_codes', leads: 'leads', orders: 'orders' } as const
const PLACE = ['street', 'unit', 'postcode', 'city', 'region'] as const

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
    await this.survivor.revise(this.#gained())
    await this.other.merge({ archivedAt: DateTime.utc(), mergedInto: this.survivor.id }).save()
    await CustomerMerged.record(this.survivor, { customerId: this.other.id, ...moves })
  }

  get #ofOther() {
    return { tenant_id: this.other.tenantId, customer_id: this.other.id }
  }

  // What is unknown is filled; what differs has no other place than the notes, and is not lost there.
  #gained(): Partial<CustomerFacts> {
    const { survivor, other } = this
    const gained: Partial<CustomerFacts> = {}
    const kept: (string | null)[] = []
    for (const [fact, words] of [
      ['phone', other.displayPhone],
      ['email', other.email],
    ] as const) {
      if (!survivor[fact]) gained[fact] = other[fact]
      else if (other[fact] !== survivor[fact]) kept.push(words)
    }
    if (PLACE.every((part) => !survivor[part])) {
      for (const part of PLACE) gained[part] = other[part]
      gained.country = other.country
    } else if (other.address !== survivor.address) {
      kept.push(other.address)
    }
    const told = kept.filter(Boolean).join(', ')
    const differing = [other.name !== survivor.name || told ? other.name : null, told]
      .filter(Boolean)
      .join(': ')
    const notes = [survivor.notes, other.notes, differing].filter(Boolean).join('\n\n')
    return { ...gained, notes: notes || null }
  }
}
