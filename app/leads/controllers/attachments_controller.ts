import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { HeldFiles } from '#app/attachments/held_files'
import HeldFileTransformer from '#app/attachments/held_file_transformer'
import { answerWith } from '#app/attachments/attachment_answer'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import Lead from '#app/leads/lead'
import { attachmentSizeValidator } from '#app/leads/attachment_size_validator'
import { sentFile } from '#app/messages/sent_file'
import MessagePolicy from '#app/messages/message_policy'

/** Files of a lead, read from the disk and written there outside of a unit. */
export default class AttachmentsController {
  async show(ctx: HttpContext) {
    const { params, request, user, unit } = ctx
    const { size } = await request.validateUsing(attachmentSizeValidator)
    return answerWith(await Current.run(unit, () => sentFile(params, user)), ctx, size)
  }

  /** Takes a file in for a message that is still being written. */
  async store(ctx: HttpContext) {
    const { params, request, response, bouncer, user, unit, serialize } = ctx
    const lead = await Current.run(unit, async () => {
      const found = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
      await bouncer.with(MessagePolicy).authorize('store', found)
      return found
    })
    return UploadedForm.receive(request, async (upload) => {
      const held = await new HeldFiles(lead, user).takeIn(upload.file('file'), unit)
      response.status(201)
      return serialize(HeldFileTransformer.transform(held))
    })
  }
}
