import { crm } from '#plugins/crm/manager'
import { CrmNotAllowedError } from '#plugins/crm/errors'
import type CrmConnection from '#app/crm_connections/crm_connection'
import CrmReadingTimer from '#app/crm_connections/crm_reading_timer'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import type { Inside } from '#app/crm_deals/crm_deal_writing'
import { MergedDeals } from '#app/crm_deals/merged_deals'

/** Looks again and again which deals of requests were merged in a connected system. */
export default class CrmMergedDealsTimer extends CrmReadingTimer {
  static timer = 'crm_merged_deals'
  static purpose = 'Follows the deals of requests that were merged in the customer system'

  protected async read(connection: CrmConnection, inside: Inside) {
    const adapter = CrmDealPlan.isOf(connection) ? await inside(() => connection.open()) : null
    if (!adapter?.deals?.merged) return
    const { label } = await crm.classOf(connection.adapter)
    try {
      await new MergedDeals({ connection, adapter, label, inside }).follow()
    } catch (error) {
      // Whoever writes a deal says so on its page.
      if (!(error instanceof CrmNotAllowedError)) throw error
    }
  }
}
