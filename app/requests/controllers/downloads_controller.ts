import type { HttpContext } from '@adonisjs/core/http'
import { Current, SYSTEM } from '#app/platform/database/current'
import Attachment from '#app/attachments/attachment'
import { answerWith } from '#app/attachments/attachment_answer'
import { downloadLinks } from '#app/attachments/download_link'
import Tenant from '#app/tenancy/tenant'
import { closedPage } from '#app/requests/closed_page'

/** One file by an address that is over after some minutes, for whoever has it. */
export default class DownloadsController {
  async show(ctx: HttpContext) {
    const attachment = await found(ctx.params.reference)
    if (attachment) {
      return answerWith(attachment, ctx)
    } else {
      ctx.response.status(404)
      return closedPage(ctx, 'link.file_over')
    }
  }
}

async function found(reference: string) {
  const named = downloadLinks.read(reference)
  if (!named) return null
  const { tenantId, id } = named
  const tenant = await Tenant.query({ connection: 'system' }).where('id', tenantId).first()
  if (!tenant?.isActive) return null
  return Current.run({ tenantId, actor: SYSTEM }, () =>
    Attachment.query().where('id', id).whereNotNull('leadId').first()
  )
}
