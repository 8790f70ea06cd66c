import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { FILE_POLICY } from '#app/platform/http/guards'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import Attachment from '#app/attachments/attachment'
import { leadPhotoValidator } from '#app/leads/lead_photo_validator'

/** A photo for the desk; read from the disk when its unit is over. */
export default class PhotosController {
  async show({ params, request, response, user, tenant }: HttpContext) {
    const { size } = await request.validateUsing(leadPhotoValidator)
    const actor = { kind: 'user', id: user.id, name: user.name } as const
    const photo = await Current.run({ tenantId: tenant.id, actor }, async () => {
      const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
      const found = await Attachment.shownTo(user, lead).where('id', params.id).firstOrFail()
      if (found.messageId) await Message.visibleTo(user).where('id', found.messageId).firstOrFail()
      return found
    })
    response.type(photo.contentType)
    response.header('Cache-Control', 'private, max-age=31536000, immutable')
    response.header('Content-Disposition', 'inline')
    response.header('Content-Security-Policy', FILE_POLICY)
    return response.send(Buffer.from(await photo.bytes(size)))
  }
}
