import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { crm } from '#plugins/crm/manager'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmConnected } from '#app/crm_connections/crm_connection_events'
import { CrmLinkSettled } from '#app/crm_connections/crm_link_events'
import { CrmSyncEnded } from '#app/crm_connections/crm_sync_events'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealDue, CrmDealRenewed, CrmDealsPlanned } from '#app/crm_deals/crm_deal_events'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import { CrmDealWriting, type Inside } from '#app/crm_deals/crm_deal_writing'
import { CrmDealHeldError } from '#app/crm_deals/errors'

/** Writes the requests of linked customers to the system outside as deals. */
export default class CrmDealWorker extends Worker {
  static queue = 'crm'
  static companiesWith = 'crm_connections'
  static unit = 'manual' as const
  static subscribes = [
    CrmDealDue,
    CrmDealRenewed,
    CrmDealsPlanned,
    CrmLinkSettled,
    CrmSyncEnded,
    CrmConnected,
    TenantReactivated,
  ]

  async handle(event: RecordedEvent) {
    const inside: Inside = (work) => Current.run({ tenantId: event.tenantId, actor: SYSTEM }, work)
    const met = await inside(async () => {
      const connection = await CrmConnection.atWork()
      if (!connection || !CrmDealPlan.isOf(connection)) return null
      const isOfDeal = CrmDealDue.is(event) || CrmDealRenewed.is(event)
      const ids = isOfDeal ? [event.subject.id] : await behindAfter(event, connection)
      return ids.length > 0 ? { connection, ids, adapter: await connection.open() } : null
    })
    if (!met?.adapter.deals) return
    const { connection, adapter } = met
    const { label } = await crm.classOf(connection.adapter)
    const writing = new CrmDealWriting({ connection, adapter, label, inside }, event.id)
    try {
      for (const id of met.ids) await writing.write(id)
    } catch (error) {
      if (error instanceof CrmDealHeldError) throw error
      await inside(() => connection.noteFailure(error as Error))
      // What waits is known by itself, and goes when somebody has connected again.
      if (!(error instanceof CrmNeedsReconnectError)) throw error
    }
  }
}

const behindAfter = (event: RecordedEvent, connection: CrmConnection) =>
  CrmDeal.behindIn(connection, CrmLinkSettled.is(event) ? event.data.customerId : undefined)
