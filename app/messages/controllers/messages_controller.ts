import type { HttpContext } from '@adonisjs/core/http'
import Attachment from '#app/attachments/attachment'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import MessagePolicy from '#app/messages/message_policy'
import { replyValidator } from '#app/messages/message_validator'
import { sendReply } from '#app/messages/reply'
import SentMessageTransformer from '#app/messages/sent_message_transformer'

/** The conversation about a lead, for programs. */
export default class MessagesController {
  async index({ params, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('index', lead)
    const sent = await Attachment.withMessages(await Message.ofLead(lead))
    return serialize(SentMessageTransformer.transform(sent))
  }

  async store({ params, request, response, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('store', lead)
    const message = await sendReply({
      lead,
      author: user,
      ...(await request.validateUsing(replyValidator)),
    })
    response.status(201).header('Location', `/api/leads/${lead.id}/messages`)
    const [sent] = await Attachment.withMessages([message])
    return serialize(SentMessageTransformer.transform(sent))
  }
}
