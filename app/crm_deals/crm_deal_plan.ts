import { DateTime } from 'luxon'
import type { CrmPipeline } from '#plugins/crm/contract'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealsEnded, CrmDealsPlanned } from '#app/crm_deals/crm_deal_events'
import CrmDealStage from '#app/crm_deals/crm_deal_stage'
import { LEAD_STATUSES, type LeadStatus } from '#app/leads/lead'

export type Stages = Record<LeadStatus, string>
export type DealKind = NonNullable<CrmPipeline['kind']>
export type Planned = { pipelineId: string; kind?: DealKind; stages: Stages; withNotes: boolean }

/** What a company has said of how its requests become deals in the system outside. */
export class CrmDealPlan {
  private constructor(
    readonly pipelineId: string,
    readonly kind: DealKind,
    readonly stages: Stages,
    readonly notesSince: DateTime | null
  ) {}

  static isOf({ dealsSince }: CrmConnection) {
    return dealsSince !== null
  }

  /** `null`: requests become no deals. */
  static async of(connection: CrmConnection) {
    const { dealPipeline, dealKind, dealNotesSince } = connection
    if (!dealPipeline) return null
    const stages = await CrmDealStage.of(connection)
    const named = Object.fromEntries(stages.map(({ status, externalId }) => [status, externalId]))
    return new CrmDealPlan(dealPipeline, dealKind, named as Stages, dealNotesSince)
  }

  /** From now on; those that were made before follow, as far as they are of the same kind. Notes of before stay here. */
  static async keep({ id }: CrmConnection, planned: Planned, label: string) {
    const { pipelineId, kind = 'deal', stages, withNotes } = planned
    const connection = await CrmConnection.query().where('id', id).forUpdate().firstOrFail()
    const now = DateTime.utc()
    connection.dealPipeline = pipelineId
    connection.dealKind = kind
    connection.dealsSince ??= now
    connection.dealNotesSince = withNotes ? (connection.dealNotesSince ?? now) : null
    await connection.save()
    await CrmDealStage.of(connection).delete()
    await CrmDealStage.createMany(
      LEAD_STATUSES.map((status) => ({ crmConnectionId: id, status, externalId: stages[status] }))
    )
    await CrmDeal.lookAgainAt(connection)
    await CrmDealsPlanned.record(connection, { pipeline: label, withNotes })
  }

  /** What is there stays as it is. */
  static async end({ id }: CrmConnection) {
    const connection = await CrmConnection.query().where('id', id).forUpdate().firstOrFail()
    if (!connection.dealsSince) return
    await CrmDealStage.of(connection).delete()
    await connection.merge({ dealPipeline: null, dealsSince: null, dealNotesSince: null }).save()
    await CrmDealsEnded.record(connection, {})
  }
}
