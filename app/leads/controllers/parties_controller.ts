import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { partyValidator } from '#app/leads/lead_validator'

/** Which of the customer's contacts asked, and for which of their sites. */
export default class PartiesController {
  async update({ params, request, response, bouncer, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('update', lead)
    await lead.revise(await request.validateUsing(partyValidator))
    return response.redirect().back()
  }
}
