import { Timer } from '#app/platform/timers/timers'
import CrmSync from '#app/crm_connections/crm_sync'

type Rest = { tenantId: string; syncId: string }

/** Has a walk go on that rested because little was left of what the vendor allows. */
export default class CrmSyncRestTimer extends Timer<Rest> {
  static timer = 'crm_sync_rest'
  static purpose = 'Goes on writing all customers to the customer system'

  async handle({ syncId }: Rest) {
    await (await CrmSync.find(syncId))?.endRest()
  }
}
