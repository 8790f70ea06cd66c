import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import type Customer from '#app/customers/customer'
import CustomerContact from '#app/customers/customer_contact'
import CustomerSite from '#app/customers/customer_site'
import { customerSystem } from '#app/customers/customer_system'
import { PrimaryPartError, TooManyPartsError } from '#app/customers/errors'

const WAYS = ['phone', 'email'] as const
export const PLACE = ['street', 'unit', 'postcode', 'city', 'region', 'country'] as const

type Facts<Key extends string> = Partial<Record<Key, string | null>>
export type ContactFacts = { name: string } & Facts<'role' | (typeof WAYS)[number]>
export type SiteFacts = { label: string } & Facts<'notes' | (typeof PLACE)[number]>

export const MOST_PARTS = 50

/**
 * The contacts or the sites of one customer. Whoever knows one way to reach a customer needs no rows; the second one
 * gives the first a name. Becoming the primary one, a row hands its facts to the customer and takes theirs in return.
 */
abstract class CustomerParts<Part extends CustomerContact | CustomerSite, Given extends object> {
  protected abstract kind: 'contacts' | 'sites'
  /** What of the primary one is the customer's own. */
  protected abstract carried: readonly ((typeof WAYS)[number] | (typeof PLACE)[number])[]
  /** The one that was there before anybody named it. */
  protected abstract first(): object

  constructor(
    protected customer: Customer,
    private model: { new (): Part; query(): ReturnType<(typeof CustomerContact)['query']> }
  ) {}

  /** Of the removed ones too, so that they can be put back. */
  async find(id: string): Promise<Part> {
    return (await this.all().where('id', id).firstOrFail()) as unknown as Part
  }

  async list(): Promise<Part[]> {
    const present = this.all().whereNull('removedAt').orderBy('isPrimary', 'desc').orderBy('id')
    return (await present) as unknown as Part[]
  }

  async add(given: Given, isPrimary = false): Promise<Part> {
    await lockRow(this.customer)
    const present = await this.list()
    if (present.length >= MOST_PARTS) throw new TooManyPartsError()
    const isOnly = present.length === 0 && !this.isKnown
    if (present.length === 0 && !isOnly) await this.make({ ...this.first(), isPrimary: true })
    const part = await this.make(given)
    if (isPrimary || isOnly) await this.promote(part)
    await this.customer.noteParts([this.kind])
    return part
  }

  /** What the primary one is called, which has a row from then on. Its facts stay the customer's. */
  async describeFirst(given: Partial<Given>) {
    const [primary] = await this.list()
    if (primary?.isPrimary) return this.revise(primary, given)
    await lockRow(this.customer)
    await this.make({ ...this.first(), ...given, isPrimary: true })
    await this.customer.noteParts([this.kind])
  }

  /** Changes what is named, leaves the rest; one that was removed is back. */
  async revise(part: Part, given: Partial<Given>, isPrimary = false) {
    await lockRow(this.customer)
    await part.refresh()
    const own = part.isPrimary ? without(given, this.carried) : given
    part.merge({ ...own, removedAt: null } as object)
    const isOther = part.$isDirty
    if (isOther) await part.save()
    if (part.isPrimary) await customerSystem.change(this.customer, only(given, this.carried))
    else if (isPrimary) await this.promote(part)
    if (isOther) await this.customer.noteParts([this.kind])
  }

  /** What leads and orders say of it stays. Doing it twice is calm. */
  async remove(part: Part) {
    await lockRow(this.customer)
    await part.refresh()
    if (part.removedAt) return
    if (part.isPrimary) throw new PrimaryPartError()
    await part.merge({ removedAt: DateTime.utc() } as object).save()
    await this.customer.noteParts([this.kind])
  }

  /** Nothing of this kind is known, neither by rows nor by the customer's own. */
  async areNone() {
    return !this.isKnown && (await this.list()).length === 0
  }

  /** Those of a record that becomes part of this one, which has its primary one, unless there was none before. */
  async take(from: CustomerParts<Part, Given>, hadNone: boolean) {
    const rows = (await from.all()) as unknown as Part[]
    const primary = rows.find(({ isPrimary }) => isPrimary)
    const told = only(from.customer, this.carried)
    const isNew = this.carried.some(
      (key) => key !== 'country' && told[key] && told[key] !== this.customer[key]
    )
    if (rows.length === 0 && !isNew) return
    if (!hadNone && (await this.list()).length === 0) await this.make({ ...this.first(), isPrimary: true })
    if (primary && !hadNone) await primary.merge({ ...told, isPrimary: false } as object).save()
    if (!primary && isNew) await this.make({ ...from.first(), ...told })
    await from.all().update({ customer_id: this.customer.id })
    await this.customer.noteParts([this.kind])
  }

  /** Whether the customer's own row says anything of this kind. */
  protected get isKnown() {
    return this.carried.some((key) => key !== 'country' && this.customer[key])
  }

  private async promote(part: Part) {
    const present = (await this.all().where('isPrimary', true).first()) as unknown as Part | null
    const theirs = only(this.customer, this.carried)
    const its = only(part, this.carried)
    if (its.country === null) delete its.country
    if (present) await present.merge({ ...theirs, isPrimary: false } as object).save()
    const nothing = Object.fromEntries(this.carried.map((key) => [key, null]))
    await part.merge({ ...nothing, isPrimary: true } as object).save()
    await customerSystem.change(this.customer, its)
  }

  private async make(facts: object) {
    const part = new this.model()
    await part.merge({ customerId: this.customer.id, isPrimary: false, ...facts } as object).save()
    return part
  }

  private all() {
    return this.model.query().where('customerId', this.customer.id)
  }
}

export class CustomerContacts extends CustomerParts<CustomerContact, ContactFacts> {
  protected kind = 'contacts' as const
  protected carried = WAYS

  constructor(customer: Customer) {
    super(customer, CustomerContact)
  }

  protected first() {
    return { name: this.customer.name }
  }
}

export class CustomerSites extends CustomerParts<CustomerSite, SiteFacts> {
  protected kind = 'sites' as const
  protected carried = PLACE

  constructor(customer: Customer) {
    super(customer, CustomerSite as never)
  }

  protected first() {
    return { label: 'Main address' }
  }
}

/** How many of them any one customer of the company has at most. */
export async function mostPartsOf(kind: 'contacts' | 'sites') {
  const each = db.from(`customer_${kind}`).where('tenant_id', Current.tenantId).whereNull('removed_at')
  const counted = each.groupBy('customer_id').count('*', 'parts').as('counted')
  const [row] = await db.from(counted).max('parts', 'most')
  return Number(row.most ?? 0)
}

function only<Key extends string>(facts: object, keys: readonly Key[]): Facts<Key> {
  const given = facts as Facts<Key>
  const named = keys.filter((key) => given[key] !== undefined)
  return Object.fromEntries(named.map((key) => [key, given[key]])) as Facts<Key>
}

const without = (facts: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)))
