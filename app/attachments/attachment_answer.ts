import type { HttpContext } from '@adonisjs/core/http'
import { FILE_POLICY } from '#app/platform/http/guards'
import type Attachment from '#app/attachments/attachment'

/** A file as browsers get it: a picture to be shown, anything else to be saved; either can do nothing there. */
export async function answerWith(
  attachment: Attachment,
  { response }: Pick<HttpContext, 'response'>,
  size?: 'small' | 'full'
) {
  response.type(attachment.contentType)
  response.header('Cache-Control', 'private, max-age=31536000, immutable')
  response.header(
    'Content-Disposition',
    attachment.isPhoto ? 'inline' : `attachment; ${named(attachment.name)}`
  )
  response.header('Content-Security-Policy', FILE_POLICY)
  return response.send(Buffer.from(await attachment.bytes(size)))
}

// RFC 6266: a name for old programs, and the whole one.
function named(name: string) {
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `filename="${name.replaceAll(/[^\w .-]/g, '_')}"; filename*=UTF-8''${whole}`
}
