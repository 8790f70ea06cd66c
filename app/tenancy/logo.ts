import sharp from 'sharp'
import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { NotALogoError } from '#app/tenancy/errors'

type Upload = Pick<MultipartFile, 'tmpPath' | 'size'>

const FORMATS = ['png', 'jpeg', 'webp']
const MAX_BYTES = 2 * 1024 * 1024
const MAX_PIXELS = 40_000_000
const EDGE = 512
const KEY = /^[0-9a-f]{32}\.png$/

/**
 * A company's logo. What was uploaded is never stored: the pixels are drawn again into a PNG, which every mail program
 * shows, under a name made from its content.
 */
export default class Logo {
  static async store(tenantId: string, file: Upload) {
    const png = await redraw(file)
    const key = `${createHash('sha256').update(png).digest('hex').slice(0, 32)}.png`
    await drive.use().put(pathOf(tenantId, key), png, { contentType: 'image/png' })
    return key
  }

  /** The picture's bytes, or null where there is none of this name. */
  static async read(tenantId: string, key: string) {
    const isThere = KEY.test(key) && (await drive.use().exists(pathOf(tenantId, key)))
    return isThere ? Buffer.from(await drive.use().getBytes(pathOf(tenantId, key))) : null
  }
}

const pathOf = (tenantId: string, key: string) => `logos/${tenantId}/${key}`

// The type is what the content says: a drawing program's SVG or a renamed page never gets as far as being decoded.
async function redraw(file: Upload) {
  if (!file.tmpPath || file.size > MAX_BYTES) throw new NotALogoError()
  const picture = sharp(file.tmpPath, { limitInputPixels: MAX_PIXELS, pages: 1 })
  try {
    const { format } = await picture.metadata()
    if (!FORMATS.includes(format)) throw new NotALogoError()
    return await picture
      .rotate()
      .resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer()
  } catch (cause) {
    throw new NotALogoError(undefined, { cause })
  }
}
