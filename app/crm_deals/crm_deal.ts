import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { lockRow } from '#app/platform/database/row_lock'
import { newId } from '#app/platform/ids'
import { CrmDealSchema } from '#database/schema'
import type CrmConnection from '#app/crm_connections/crm_connection'
import { CrmDealDue, CrmDealRenewed, CrmDealSetApart } from '#app/crm_deals/crm_deal_events'
import { CrmDealHeldError } from '#app/crm_deals/errors'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

/** Longer than all requests of one write may take together. */
const HOLD = { minutes: 5 }
const SHOWN = 20

/** The deal, or the lead, that a request is in the system outside; or why it is none, or an older one. */
export default class CrmDeal extends CrmDealSchema {
  @belongsTo(() => Lead)
  declare lead: BelongsTo<typeof Lead>

  /** The newest that the system did not take, of requests that somebody may see. */
  static async refused({ id: crmConnectionId }: CrmConnection, user: User) {
    const seen = Lead.visibleTo(user).select('leads.id')
    const refused = this.query().where({ crmConnectionId }).whereNotNull('failure').whereIn('leadId', seen)
    return [...(await refused.preload('lead').orderBy('crm_deals.id', 'desc').limit(SHOWN))]
  }

  static ofLead(connection: CrmConnection, lead: { id: string }) {
    return this.query().where({ crmConnectionId: connection.id, leadId: lead.id }).first()
  }

  /** The other request that is this deal there already. */
  static ofAnother({ id, crmConnectionId }: CrmDeal, externalId: string) {
    return this.query().where({ crmConnectionId, externalId }).whereNot('id', id).preload('lead').first()
  }

  /** Asks for the deal of a request that came since requests become deals; those of before have none. */
  static async owe({ id, tenantId, dealsSince }: CrmConnection, leadId: string) {
    await db.rawQuery(
      `insert into crm_deals (id, tenant_id, crm_connection_id, lead_id, created_at, updated_at)
        select ?, ?, ?, leads.id, now(), now() from leads
          where leads.id = ? and leads.created_at >= ? and leads.customer_id is not null
        on conflict do nothing`,
      [newId(), tenantId, id, leadId, dealsSince!.toISO()]
    )
    const deal = await this.query().where({ crmConnectionId: id, leadId }).first()
    if (deal) await CrmDealDue.record(deal, { leadId })
  }

  /** Those that are to be as their requests are. */
  static standing({ id: crmConnectionId }: { id: string }) {
    return this.query().where({ crmConnectionId }).whereNull('goneAt').whereNull('apartAt')
  }

  /** Those that are there, as far as is known, a page at a time. */
  static async knownIn(connection: CrmConnection, { after, limit }: { after: string | null; limit: number }) {
    const known = this.standing(connection).whereNotNull('externalId')
    return [
      ...(await known
        .if(after, (deals) => deals.where('id', '>', after!))
        .orderBy('id')
        .limit(limit)),
    ]
  }

  /** Those that are not as their requests are, by id; of one customer, or of all. */
  static async behindIn(connection: { id: string }, customerId?: string) {
    const behind = await this.standing(connection)
      .whereExists((leads) =>
        leads
          .from('leads')
          .whereColumn('leads.id', 'crm_deals.lead_id')
          .where((some) =>
            some.whereNull('crm_deals.as_of').orWhereColumn('crm_deals.as_of', '<', 'leads.updated_at')
          )
          .if(customerId, (own) => own.where('leads.customer_id', customerId!))
      )
      .orderBy('crm_deals.id')
      .select('crm_deals.id')
    return behind.map(({ id }) => id)
  }

  /** Another pipeline, or other stages: all of them are compared anew. */
  static lookAgainAt(connection: CrmConnection) {
    return this.standing(connection).update({ as_of: null })
  }

  /** The deal, for this event's worker alone from now on; `null` while that of another event writes, or after its end. */
  static async hold(id: string, eventId: string) {
    const deal = await this.query().where({ id }).forUpdate().first()
    // The other one may have died of this very event: it has to come again until the deal is free.
    if (deal?.isHeld && deal.heldBy === eventId) throw new CrmDealHeldError()
    if (!deal || deal.isHeld || deal.isClosed) return null
    return deal.merge({ heldBy: eventId, heldUntil: DateTime.utc().plus(HOLD) }).save()
  }

  static async letGo(id: string, heldBy: string) {
    await this.query().where({ id, heldBy }).update({ held_by: null, held_until: null })
  }

  /** Whether nothing is written until somebody says so. */
  get isClosed() {
    return Boolean(this.goneAt ?? this.apartAt)
  }

  /** Whether somebody writes it at this moment. */
  get isHeld() {
    return this.heldUntil !== null && this.heldUntil > DateTime.utc()
  }

  /** Under which the system is asked to make the deal, once. */
  get createKey() {
    return this.key ?? this.leadId
  }

  /** There is to be another deal, under a key of its own: that of the ended one may live on in a bin. */
  async renew() {
    await lockRow(this)
    if (!this.isClosed) return
    Object.assign(this, UNWRITTEN)
    this.key = newId()
    await this.save()
    await CrmDealRenewed.record(this, { leadId: this.leadId })
  }

  /** Nothing of the request is written from now on. */
  async setApart() {
    await lockRow(this)
    if (!this.goneAt) return
    Object.assign(this, UNWRITTEN)
    this.apartAt = DateTime.utc()
    await this.save()
    await CrmDealSetApart.record(this, { leadId: this.leadId })
  }
}

const UNWRITTEN = {
  externalId: null,
  pipeline: null,
  stage: null,
  ownedBy: null,
  asOf: null,
  failure: null,
  goneAt: null,
  apartAt: null,
}
