import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import LeadTimeline from '#app/timelines/lead_timeline'
import TimelineEntryTransformer from '#app/timelines/timeline_entry_transformer'

/** What happened to a lead, newest first. */
export default class HistoriesController {
  async index({ params, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('show')
    return serialize(TimelineEntryTransformer.transform(await new LeadTimeline(lead, user).entries()))
  }
}
