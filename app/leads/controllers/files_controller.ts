import type { HttpContext } from '@adonisjs/core/http'
import Attachment from '#app/attachments/attachment'
import AttachmentTransformer from '#app/attachments/attachment_transformer'
import { HeldFiles } from '#app/attachments/held_files'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { leadFilesValidator } from '#app/leads/lead_files_validator'
import MessagePolicy from '#app/messages/message_policy'

/** The files of a lead and of its messages, for programs. */
export default class FilesController {
  async index({ params, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('index', lead)
    return serialize(AttachmentTransformer.transform(await Attachment.shownTo(user, lead)))
  }

  /** As if they had come with the request. */
  async store({ params, request, response, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('update', lead)
    const { attachments } = await request.validateUsing(leadFilesValidator)
    const files = await new HeldFiles(lead, user).recall(attachments)
    for (const file of files) await file.attachTo(lead)
    await lead.tellScreens()
    response.status(201).header('Location', `/api/leads/${lead.id}/files`)
    return serialize(AttachmentTransformer.transform(files))
  }
}
