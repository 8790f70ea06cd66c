import type { HttpContext } from '@adonisjs/core/http'
import Attachment from '#app/attachments/attachment'
import { answerWith } from '#app/attachments/attachment_answer'
import { PHOTO_SIZES } from '#app/attachments/photo_sizes'

export default class AttachmentsController {
  async show(ctx: HttpContext) {
    const { params, request, requestLink } = ctx
    const attachment = await requestLink.run((lead) =>
      Attachment.ofLead(lead).where('id', params.id).firstOrFail()
    )
    return answerWith(
      attachment,
      ctx,
      PHOTO_SIZES.find((size) => size === request.qs().size)
    )
  }
}
