import type { HttpContext } from '@adonisjs/core/http'
import { FILE_POLICY } from '#app/platform/http/guards'
import type Attachment from '#app/attachments/attachment'
import { disk } from '#app/attachments/disk'
import type { PhotoSize } from '#app/attachments/photo_sizes'

/** A file as browsers get it: a picture to be shown, anything else to be saved; either can do nothing there. */
export async function answerWith(
  attachment: Attachment,
  { response }: Pick<HttpContext, 'response'>,
  size: PhotoSize | 'full' = 'full'
) {
  const { contentType, isPhoto } = attachment
  const contentDisposition = isPhoto ? 'inline' : `attachment; ${named(attachment.name)}`
  // Pictures stand in pages, whose policy lets them come from here alone.
  const address = isPhoto
    ? null
    : await disk.addressOf(attachment.fileKey, { contentType, contentDisposition })
  if (address) return response.header('Cache-Control', 'no-store').redirect().toPath(address)
  response.type(contentType)
  // What stands in for a size that is still being made is not kept in its place.
  response.header(
    'Cache-Control',
    attachment.isIn(size) ? 'private, max-age=31536000, immutable' : 'private, no-store'
  )
  response.header('Content-Disposition', contentDisposition)
  response.header('Content-Security-Policy', FILE_POLICY)
  return response.stream(await attachment.stream(size))
}

// RFC 6266: a name for old programs, and the whole one.
function named(name: string) {
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `filename="${name.replaceAll(/[^\w .-]/g, '_')}"; filename*=UTF-8''${whole}`
}
