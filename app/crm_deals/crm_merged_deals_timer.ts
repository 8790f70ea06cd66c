import { Current, SYSTEM } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'
import { crm } from '#plugins/crm/manager'
import { CrmNeedsReconnectError, CrmNotAllowedError, CrmRateLimitedError } from '#plugins/crm/errors'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import type { Inside } from '#app/crm_deals/crm_deal_writing'
import { MergedDeals } from '#app/crm_deals/merged_deals'

type Look = { tenantId: string; connectionId: string }

/** Looks again and again which deals of requests were merged in a connected system. */
export default class CrmMergedDealsTimer extends Timer<Look> {
  static timer = 'crm_merged_deals'
  static unit = 'manual' as const
  static purpose = 'Follows the deals of requests that were merged in the customer system'

  async handle({ tenantId, connectionId }: Look) {
    const inside: Inside = (work) => Current.run({ tenantId, actor: SYSTEM }, work)
    const met = await inside(async () => {
      const connection = await CrmConnection.atWork()
      const isPlanned = connection?.id === connectionId && CrmDealPlan.isOf(connection)
      return isPlanned ? { connection, adapter: await connection.open() } : null
    })
    if (!met?.adapter.deals?.merged) return
    const { label } = await crm.classOf(met.connection.adapter)
    try {
      await new MergedDeals({ ...met, label, inside }).follow()
    } catch (error) {
      // Whoever writes a deal says so on its page.
      if (error instanceof CrmNotAllowedError) return
      await inside(() => met.connection.noteFailure(error as Error))
      // The next time comes by itself.
      if (!(error instanceof CrmNeedsReconnectError || error instanceof CrmRateLimitedError)) throw error
    }
  }
}
