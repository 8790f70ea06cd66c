import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { lossValidator } from '#app/leads/lead_validator'

/** A lead is given up. */
export default class LossesController {
  async store({ params, request, response, session, bouncer, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('lose', lead)
    const { reason } = await request.validateUsing(lossValidator)
    await lead.lose(reason)
    session.flash('notice', `Lead ${lead.number} is marked as lost`)
    return response.redirect().toRoute('leads.leads.show', { id: lead.id })
  }
}
