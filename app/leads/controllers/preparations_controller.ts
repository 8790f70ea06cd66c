import type { HttpContext } from '@adonisjs/core/http'
import LeadPolicy from '#app/leads/lead_policy'
import { sentFile } from '#app/messages/sent_file'

/** The sizes of a photo are tried again, by whoever misses them. */
export default class PreparationsController {
  async store({ params, response, session, bouncer, user }: HttpContext) {
    const photo = await sentFile(params, user)
    await bouncer.with(LeadPolicy).authorize('show')
    await photo.retry()
    session.flash('notice', 'The photo is being prepared again')
    return response.redirect().toRoute('leads.leads.show', { id: params.lead_id })
  }
}
