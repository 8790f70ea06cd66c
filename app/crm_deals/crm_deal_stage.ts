import { CrmDealStageSchema } from '#database/schema'
import type { LeadStatus } from '#app/leads/lead'

/** The stage in which the deal of a request is while the request is in this state. */
export default class CrmDealStage extends CrmDealStageSchema {
  declare status: LeadStatus

  static of(connection: { id: string }) {
    return this.query().where('crmConnectionId', connection.id)
  }
}
