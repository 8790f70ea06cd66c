import { DateTime } from 'luxon'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import db from '@adonisjs/lucid/services/db'
import { CustomerSchema } from '#database/schema'
import Holdings from '#app/access/holdings'
import type { Action } from '#app/access/subjects'
import type User from '#app/identity/user'
import { Current } from '#app/platform/database/current'
import { fold } from '#app/platform/folding'
import { displayPhone, toE164 } from '#app/platform/phone'
import { onOneLine } from '#app/platform/postal_address'
import { byId, named } from '#app/platform/by_id'
import { lockRow } from '#app/platform/database/row_lock'
import CustomerContact from '#app/customers/customer_contact'
import CustomerSite from '#app/customers/customer_site'
import { indexWords, wordsOfParts } from '#app/customers/customer_words'
import { CustomerGoneError, CustomerPhoneError } from '#app/customers/errors'
import {
  CustomerArchived,
  CustomerCreated,
  CustomerRestored,
  CustomerUpdated,
} from '#app/customers/customer_events'

export type CustomerFacts = {
  name: string
  email?: string | null
  phone?: string | null
  street?: string | null
  unit?: string | null
  postcode?: string | null
  city?: string | null
  region?: string | null
  /** Two letters; also the country in which a phone number without + is read. */
  country: string
  notes?: string | null
}

const FACTS = [
  'name',
  'email',
  'phone',
  'street',
  'unit',
  'postcode',
  'city',
  'region',
  'country',
  'notes',
] as const
const DERIVED = ['nameNorm', 'emailNorm', 'phoneRev']

/** Numbers are kept backwards too, so that an index finds them by their last digits. */
export const reversedDigits = (text: string) => [...text.replace(/\D/g, '')].reverse().join('')

const OF_CUSTOMER = 'leads.customer_id is not null'
const VISITED = `visits join orders on orders.tenant_id = visits.tenant_id and orders.id = visits.order_id`

/** A person or firm that the company works for, and the place it works at. */
export default class Customer extends CustomerSchema {
  static history = FACTS

  @hasMany(() => CustomerContact)
  declare contacts: HasMany<typeof CustomerContact>

  @hasMany(() => CustomerSite)
  declare sites: HasMany<typeof CustomerSite>

  /** A customer is whoever's took them in, and theirs who have a lead or a visit of them. */
  static holdings = new Holdings('customers.id', {
    people: [
      { from: 'customers as held', id: 'held.id', holder: 'held.created_by', why: 'made' },
      {
        from: 'customers as held',
        id: 'held.merged_into',
        holder: 'held.created_by',
        why: 'made',
        where: 'held.merged_into is not null',
      },
      {
        from: 'leads',
        id: 'leads.customer_id',
        holder: 'leads.assignee_id',
        why: 'lead',
        where: OF_CUSTOMER,
      },
      {
        from: VISITED,
        id: 'orders.customer_id',
        holder: 'visits.assignee_id',
        why: 'visits',
        where: 'orders.customer_id is not null',
      },
    ],
    teams: [
      {
        from: 'leads',
        id: 'leads.customer_id',
        holder: 'leads.team_id',
        why: 'given',
        where: `leads.assignee_id is null and ${OF_CUSTOMER}`,
      },
    ],
  })

  /** Those and no others exist to somebody; the archived are there for whoever may archive. */
  static visibleTo(user: User, action: Action = 'read', size?: { few: boolean }) {
    return this.holdings.narrow(this.presentTo(user), user.reach(action, 'customers'), size)
  }

  /** Those of the customers that other records lead to whom somebody may read, by id. */
  static async seenOf(ids: (string | null)[], user: User) {
    return byId(await this.visibleTo(user).whereIn('customers.id', named(ids)))
  }

  /** All whom somebody may find, whoever holds them. */
  static presentTo(user: User) {
    const mayArchive = user.may('delete', 'customers')
    const present = this.query().whereNull('customers.merged_into')
    return present.if(!mayArchive, (customers) => customers.whereNull('customers.archived_at'))
  }

  /** The record that stands for this one by now. */
  static async survivorOf(id: string) {
    return (await this.find(id))?.mergedInto ?? id
  }

  /** With all contacts and sites, the primary ones first. */
  static async withParts(customer: Customer) {
    await this.loadParts([customer])
    return customer
  }

  static async loadParts(customers: Customer[]) {
    const ids = customers.map(({ id }) => id)
    const [contacts, sites] = [CustomerContact.query(), CustomerSite.query()]
    for (const parts of [contacts, sites])
      void parts.whereIn('customerId', ids).whereNull('removedAt').orderBy('isPrimary', 'desc').orderBy('id')
    const theirs = {
      contacts: Map.groupBy(await contacts, ({ customerId }) => customerId),
      sites: Map.groupBy(await sites, ({ customerId }) => customerId),
    }
    for (const customer of customers)
      for (const kind of ['contacts', 'sites'] as const)
        customer.$setRelated(kind, theirs[kind].get(customer.id) ?? [])
  }

  /** The archived are there for whoever may archive. */
  isHiddenFrom(user: User) {
    return this.isArchived && !user.may('delete', 'customers')
  }

  get isArchived() {
    return Boolean(this.archivedAt)
  }

  get address() {
    return onOneLine(this)
  }

  get displayPhone() {
    return this.phone && displayPhone(this.phone, this.country)
  }

  /** Two posts of one form may arrive together: the second waits here until the first one's customer is there to find. */
  static async takenInBefore(key: string) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 2))', [key])
    return this.findBy('submissionKey', key)
  }

  static async register(facts: CustomerFacts, submissionKey: string | null = null): Promise<Customer> {
    const { actor } = Current
    const customer = new Customer()
    customer.submissionKey = submissionKey
    customer.createdBy = actor.kind === 'user' || actor.kind === 'api' ? actor.id : null
    customer.state(facts)
    await customer.save()
    indexWords(customer)
    await CustomerCreated.record(customer, {})
    return customer
  }

  /** Changes what is named, leaves the rest. Saying the same again is calm. */
  async revise(changes: Partial<CustomerFacts>) {
    await this.lock()
    this.state(changes)
    const fields = Object.keys(this.$dirty).filter((field) => !DERIVED.includes(field))
    if (fields.length === 0) return
    await this.save()
    indexWords(this, await wordsOfParts(this.id))
    await CustomerUpdated.record(this, { fields })
  }

  /** Contacts or sites of theirs have changed, in the same unit. */
  async noteParts(fields: ('contacts' | 'sites')[]) {
    this.updatedAt = DateTime.utc()
    await this.save()
    indexWords(this, await wordsOfParts(this.id))
    await CustomerUpdated.record(this, { fields })
  }

  async archive() {
    await this.lock()
    if (this.isArchived) return
    this.archivedAt = DateTime.utc()
    await this.save()
    await CustomerArchived.record(this, {})
  }

  async restore() {
    await this.lock()
    if (this.mergedInto) throw new CustomerGoneError()
    if (!this.isArchived) return
    this.archivedAt = null
    await this.save()
    await CustomerRestored.record(this, {})
  }

  private state(facts: Partial<CustomerFacts>) {
    for (const fact of FACTS) {
      if (facts[fact] !== undefined) this.$setAttribute(fact, facts[fact])
    }
    if (facts.phone) this.phone = this.readPhone(facts.phone)
    this.nameNorm = fold(this.name)
    this.emailNorm = this.email?.trim().toLowerCase() || null
    this.phoneRev = this.phone ? reversedDigits(this.phone) : null
  }

  private readPhone(typed: string) {
    const phone = toE164(typed, this.country)
    if (!phone) throw new CustomerPhoneError()
    return phone
  }

  private async lock() {
    await lockRow(this)
  }
}
