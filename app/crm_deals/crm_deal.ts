import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { newId } from '#app/platform/ids'
import { CrmDealSchema } from '#database/schema'
import type CrmConnection from '#app/crm_connections/crm_connection'
import { CrmDealDue } from '#app/crm_deals/crm_deal_events'
import { CrmDealHeldError } from '#app/crm_deals/errors'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'

/** Longer than all requests of one write may take together. */
const HOLD = { minutes: 5 }
const SHOWN = 20

/** The deal that a request is in the system outside; or why it is none, or an older one. */
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

  /** Those that are not as their requests are, by id; of one customer, or of all. */
  static async behindIn({ id: crmConnectionId }: { id: string }, customerId?: string) {
    const behind = await this.query()
      .where({ crmConnectionId })
      .whereNull('goneAt')
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
  static lookAgainAt({ id: crmConnectionId }: CrmConnection) {
    return this.query().where({ crmConnectionId }).whereNull('goneAt').update({ as_of: null })
  }

  /** The deal, for this event's worker alone from now on; `null` while that of another event writes, or after its end. */
  static async hold(id: string, eventId: string) {
    const deal = await this.query().where({ id }).forUpdate().first()
    const isHeld = deal?.heldUntil && deal.heldUntil > DateTime.utc()
    // The other one may have died of this very event: it has to come again until the deal is free.
    if (isHeld && deal.heldBy === eventId) throw new CrmDealHeldError()
    if (!deal || isHeld || deal.goneAt) return null
    return deal.merge({ heldBy: eventId, heldUntil: DateTime.utc().plus(HOLD) }).save()
  }

  static async letGo(id: string, heldBy: string) {
    await this.query().where({ id, heldBy }).update({ held_by: null, held_until: null })
  }
}
