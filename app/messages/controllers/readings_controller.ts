import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import MessagePolicy from '#app/messages/message_policy'

/** The desk has read what the customer wrote. */
export default class ReadingsController {
  async store({ params, response, bouncer, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('index', lead)
    await Message.readAll(lead, 'user')
    return response.redirect().toRoute('leads.leads.show', { id: lead.id })
  }
}
