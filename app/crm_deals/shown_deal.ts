import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'

const NONE = { anew: false, apart: false }

/** What became of a request in the system outside, for its page; `null` where it is to become nothing there. */
export async function shownDeal(lead: { id: string }) {
  const connection = await CrmConnection.query().first()
  const deal = connection && (await CrmDeal.ofLead(connection, lead))
  if (!deal) return null
  const { label } = await crm.classOf(connection.adapter)
  const { externalId, failure, goneAt, apartAt, isClosed, pipeline } = deal
  const isThere = externalId !== null && !isClosed
  const url = isThere ? ((await connection.open()).pageOf?.('deal', externalId) ?? null) : null
  // A lead that they made a deal there is in another pipeline than was chosen here.
  const { dealPipeline, dealKind } = connection
  const kind = pipeline && dealPipeline && pipeline !== dealPipeline ? 'deal' : dealKind
  /** What somebody may choose, where there are deals. */
  const choices = CrmDealPlan.isOf(connection) ? { anew: isClosed, apart: goneAt !== null } : NONE
  return { label, kind, url, isThere, isApart: apartAt !== null, failure, choices }
}
