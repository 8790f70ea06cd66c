import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import { leadAnswer } from '#app/leads/lead_answer'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'

/** Work on a lead begins, or begins again. */
export default class StartsController {
  async store(ctx: HttpContext) {
    const { params, response, session, bouncer, user } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('start', lead)
    await holdUnchanged(ctx, lead, () => leadAnswer(ctx, lead))
    await lead.start()
    if (Current.actor.kind === 'api') {
      return leadAnswer(ctx, lead)
    } else {
      session.flash('notice', `Lead ${lead.reference} is in progress`)
      return response.redirect().toRoute('leads.leads.show', { id: lead.id })
    }
  }
}
