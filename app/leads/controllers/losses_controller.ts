import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { leadAnswer } from '#app/leads/lead_answer'
import { lossValidator } from '#app/leads/lead_validator'

/** A lead is given up. */
export default class LossesController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, bouncer, user } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('lose', lead)
    const { reason } = await request.validateUsing(lossValidator)
    await holdUnchanged(ctx, lead, () => leadAnswer(ctx, lead))
    await lead.lose(reason)
    if (Current.actor.kind === 'api') {
      return leadAnswer(ctx, lead)
    } else {
      session.flash('notice', `Lead ${lead.reference} is marked as lost`)
      return response.redirect().toRoute('leads.leads.show', { id: lead.id })
    }
  }

  /** Nothing is deleted: the lead is lost, which work on it can undo. */
  async destroy(ctx: HttpContext) {
    const { params, response, bouncer, user } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('lose', lead)
    await holdUnchanged(ctx, lead, () => leadAnswer(ctx, lead))
    await lead.lose('Deleted over the API')
    return response.noContent()
  }
}
