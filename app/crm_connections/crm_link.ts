import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { lockRow } from '#app/platform/database/row_lock'
import { newId } from '#app/platform/ids'
import { CrmLinkSchema } from '#database/schema'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import {
  CrmLinkChanged,
  CrmLinkRenewed,
  CrmLinkSetApart,
  CrmLinkSettled,
} from '#app/crm_connections/crm_link_events'
import type { Marks } from '#app/crm_connections/crm_mapping'
import { GONE, type Pushed } from '#app/crm_connections/crm_push'
import { CrmLinkHeldError, CrmLinkTakenError } from '#app/crm_connections/errors'

type Whose = { id: string }

/** Which record in the system outside a customer is; or why there is none, or an older one. */
export default class CrmLink extends CrmLinkSchema {
  /** Longer than all requests of one write may take together. */
  static HOLD = { minutes: 5 }

  @column({ prepare: (value: Marks) => JSON.stringify(value) })
  declare lastValues: Marks

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** Those of customers whom somebody may see. */
  static seenBy(user: User) {
    const seen = Customer.visibleTo(user).select('customers.id')
    return this.query().whereIn('customerId', seen).preload('customer').orderBy('crm_links.id', 'desc')
  }

  /** The newest that the system refused, or whose records are gone there: somebody has to look at them. */
  static waiting(user: User) {
    const current = Customer.query().whereNull('archivedAt').select('customers.id')
    return this.seenBy(user).whereNotNull('failure').whereIn('customerId', current)
  }

  /** The newest who are not written any more because somebody said so. */
  static apart(user: User) {
    return this.seenBy(user).whereNotNull('apartAt')
  }

  /** Those who have a record there, as far as is known. */
  static standing({ id: crmConnectionId }: Whose) {
    return this.query().where({ crmConnectionId }).whereNotNull('externalId').whereNull('goneAt')
  }

  static of(connection: Whose, customer: Whose) {
    return this.firstOrNew(ofBoth(connection, customer))
  }

  /** The customer's link, for this event's worker alone from now on; `null` while that of another event writes. */
  static async hold(connection: Whose, customer: Customer, eventId: string) {
    await db.rawQuery(
      `insert into crm_links (id, tenant_id, crm_connection_id, customer_id, created_at, updated_at)
        values (?, ?, ?, ?, now(), now()) on conflict do nothing`,
      [newId(), customer.tenantId, connection.id, customer.id]
    )
    const link = await this.query().where(ofBoth(connection, customer)).forUpdate().firstOrFail()
    const isHeld = link.heldUntil && link.heldUntil > DateTime.utc()
    // The other one may have died of this very event: it has to come again until the link is free.
    if (isHeld && link.heldBy === eventId) throw new CrmLinkHeldError()
    return isHeld ? null : link.merge({ heldBy: eventId, heldUntil: DateTime.utc().plus(this.HOLD) }).save()
  }

  /** Whether nothing is written until somebody says so. */
  get isClosed() {
    return Boolean(this.goneAt ?? this.apartAt)
  }

  /** Whether what it says was written of the customer as they are: also when our own reading has changed them. */
  isUpToDate({ updatedAt }: Customer) {
    return Boolean(this.externalId && !this.failure && this.asOf && this.asOf >= updatedAt)
  }

  /** Under which the system is asked to make the record, once. */
  get createKey() {
    return this.key ?? this.customerId
  }

  /** There is to be another record, under a key of its own: that of the ended one may live on in a bin. */
  async renew() {
    if (!this.isClosed) return
    await this.end()
    this.key = newId()
    await this.save()
    await CrmLinkRenewed.record(this, { customerId: this.customerId })
  }

  /** Nothing of the customer is written from now on; what is there stays as it is. */
  async setApart() {
    if (this.apartAt) return
    await this.end()
    this.apartAt = DateTime.utc()
    await this.save()
    await CrmLinkSetApart.record(this, { customerId: this.customerId })
  }

  /** The customer is this record there from now on, as somebody says. */
  static async adopt(connection: Whose, customer: Whose, externalId: string) {
    const link = (await this.query().where(ofBoth(connection, customer)).forUpdate().first()) ?? new CrmLink()
    if (link.externalId && !link.goneAt) throw new CrmLinkTakenError()
    if (link.heldUntil && link.heldUntil > DateTime.utc()) throw new CrmLinkHeldError()
    return link.merge({ ...ofBoth(connection, customer), ...UNWRITTEN, externalId }).save()
  }

  /** Whether a record outside is another customer of ours. */
  static async isTaken({ id: crmConnectionId }: Whose, externalId: string, { id }: Whose) {
    return (
      (await this.query().where({ crmConnectionId, externalId }).whereNot('customerId', id).first()) !== null
    )
  }

  static async letGo(id: string, heldBy: string) {
    await this.query().where({ id, heldBy }).update({ heldBy: null, heldUntil: null })
  }

  /** Those of the records that were merged into a customer here and still stand by themselves outside. */
  static async ofMerged({ id: crmConnectionId }: Whose, { id }: Whose) {
    const merged = Customer.query().where('mergedInto', id).select('id')
    const links = this.query().where({ crmConnectionId }).whereIn('customerId', merged)
    return [...(await links.whereNotNull('externalId').orderBy('id'))]
  }

  /** Somebody has changed the record there: whoever is told takes it over. */
  noteChange() {
    return CrmLinkChanged.record(this, { customerId: this.customerId })
  }

  /** Whether there is a record there is known now: the deals of requests wait for it, where there are any. */
  async noteSettled({ dealsSince }: { dealsSince: DateTime | null }) {
    if (dealsSince) await CrmLinkSettled.record(this, { customerId: this.customerId })
  }

  /** Somebody has deleted the record there. */
  noteGone() {
    this.goneAt = DateTime.utc()
    this.failure = GONE
    return this.save()
  }

  /** What was written last, and of when; another may write from then on. */
  note(
    customer: Customer,
    { externalId, failure, isGone }: Pick<Pushed, 'externalId' | 'failure' | 'isGone'>
  ) {
    this.externalId = externalId
    this.failure = failure
    this.goneAt = isGone ? DateTime.utc() : null
    if (externalId) this.triedAt = null
    this.asOf = customer.updatedAt
    this.heldBy = this.heldUntil = null
    return this.save()
  }

  private async end() {
    await lockRow(this)
    Object.assign(this, UNWRITTEN)
  }
}

const UNWRITTEN = {
  externalId: null,
  failure: null,
  asOf: null,
  triedAt: null,
  goneAt: null,
  apartAt: null,
  lastValues: {},
  companyId: null,
  companyName: null,
}

const ofBoth = (connection: Whose, customer: Whose) => ({
  crmConnectionId: connection.id,
  customerId: customer.id,
})
