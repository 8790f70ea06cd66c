import type { CrmDeal as DealThere } from '#plugins/crm/contract'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmDeal from '#app/crm_deals/crm_deal'
import { becameOneWith } from '#app/crm_deals/crm_deal_words'
import type { Way } from '#app/crm_deals/crm_deal_writing'

/** The most of which an adapter is asked at once whether they were merged. */
const ASKED = 100

/** Looks which deals were merged in the system outside, where that is told for a while only; each is the one that is left from then on. */
export class MergedDeals {
  constructor(private way: Way) {}

  async follow() {
    const { adapter, connection, inside } = this.way
    for (let after: string | null = null, isMore = true; isMore;) {
      const deals: CrmDeal[] = await inside(() => CrmDeal.knownIn(connection, { after, limit: ASKED }))
      const merged = deals.length > 0 ? await adapter.deals!.merged!(deals.map((one) => one.externalId!)) : []
      for (const id of merged) {
        const there = await adapter.deals!.get(id)
        if (there) await inside(() => this.#note(id, there))
      }
      after = deals.at(-1)?.id ?? null
      isMore = deals.length === ASKED
    }
  }

  /** Whoever writes it at this moment follows it too. */
  async #note(id: string, there: DealThere) {
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    const deal =
      connection && (await CrmDeal.standing(connection).where('externalId', id).forUpdate().first())
    if (!deal || deal.isHeld) return
    const { label } = this.way
    const other = await CrmDeal.ofAnother(deal, there.id)
    const { pipelineId: pipeline, stageId: stage } = there
    // A lead that they made a deal there after that.
    const isConverted = pipeline !== deal.pipeline
    await deal
      .merge(
        other
          ? becameOneWith(other, { label, kind: connection.dealKind })
          : { externalId: there.id, ...(isConverted && { pipeline, stage }) }
      )
      .save()
    await (await deal.related('lead').query().firstOrFail()).tellScreens()
  }
}
