import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import MessagePolicy from '#app/messages/message_policy'
import { replyValidator } from '#app/messages/message_validator'
import { sendReply } from '#app/messages/reply'

/** What the office writes to a customer on its screens. */
export default class RepliesController {
  async store({ params, request, response, bouncer, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('store', lead)
    await sendReply({ lead, author: user, ...(await request.validateUsing(replyValidator)) })
    return response.redirect().toRoute('leads.leads.show', { id: lead.id })
  }
}
