import { Current } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import {
  LeadAssigned,
  LeadCancelled,
  LeadConverted,
  LeadCreated,
  LeadLost,
  LeadStarted,
  LeadUpdated,
} from '#app/leads/lead_events'
import { NoteCreated } from '#app/notes/note_events'

/**
 * Asks for the deals of requests of which something has become. Many events share one look, in a queue of its own, where
 * nothing works on its own and nothing waits for a system outside, as in `crm`.
 */
export default class DueDealsWorker extends Worker {
  static queue = 'deals'
  static companiesWith = 'crm_connections'
  static subscribes = [
    LeadCreated,
    LeadUpdated,
    LeadAssigned,
    LeadStarted,
    LeadLost,
    LeadConverted,
    LeadCancelled,
    NoteCreated,
  ]

  async handle(event: RecordedEvent) {
    const connection = await Current.remembered('crm connection', () => CrmConnection.query().first())
    if (!connection || !CrmDealPlan.isOf(connection)) return
    if (NoteCreated.is(event) && !connection.dealNotesSince) return
    await CrmDeal.owe(connection, NoteCreated.is(event) ? event.data.leadId : event.subject.id)
  }
}
