import type { HttpContext } from '@adonisjs/core/http'
import Attachment from '#app/attachments/attachment'
import { answerWith } from '#app/attachments/attachment_answer'
import { FileLink } from '#app/attachments/file_link'
import { closedPage } from '#app/requests/closed_page'

/** One file of a message, by the link in its mail or on the status page; of any other, also of another company, nothing is told. */
export default class FilesController {
  async show(ctx: HttpContext) {
    const { params, response, requestLink: link } = ctx
    const attachment = await link.run(async (lead) => {
      const id = new FileLink(lead).read(params.reference)
      return id ? Attachment.ofLead(lead).where('id', id).firstOrFail() : null
    })
    if (attachment) {
      return answerWith(attachment, ctx)
    } else {
      response.status(404)
      return closedPage(ctx, 'link.file_over')
    }
  }
}
