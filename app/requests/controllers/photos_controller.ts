import type { HttpContext } from '@adonisjs/core/http'
import { FILE_POLICY } from '#app/platform/http/guards'
import Attachment from '#app/attachments/attachment'

export default class PhotosController {
  async show({ params, request, response, requestLink }: HttpContext) {
    const photo = await requestLink.run((lead) =>
      Attachment.ofLead(lead).where('id', params.id).firstOrFail()
    )
    response.type(photo.contentType)
    response.header('Cache-Control', 'private, max-age=31536000, immutable')
    response.header('Content-Disposition', 'inline')
    response.header('Content-Security-Policy', FILE_POLICY)
    return response.send(Buffer.from(await photo.bytes(request.qs().size === 'small' ? 'small' : 'full')))
  }
}
