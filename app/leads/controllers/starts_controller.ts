import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'

/** Work on a lead begins, or begins again. */
export default class StartsController {
  async store({ params, response, session, bouncer, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('start', lead)
    await lead.start()
    session.flash('notice', `Lead ${lead.number} is in progress`)
    return response.redirect().toRoute('leads.leads.show', { id: lead.id })
  }
}
