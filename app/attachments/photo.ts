import sharp from 'sharp'
import { stat } from 'node:fs/promises'
import {
  NotAPhotoError,
  PhotoHeicError,
  PhotoTooLargeError,
  PhotoTooManyPixelsError,
} from '#app/attachments/errors'
import { firstBytes } from '#app/attachments/first_bytes'
import { MAX_FILE_BYTES } from '#app/platform/http/uploaded_form'

const MAX_PIXELS = 50_000_000
const LONGEST_EDGE = 2048
const SECONDS = 20

// One decoder thread for each photo and no cache: a burst of uploads must not eat the machine.
sharp.concurrency(1)
sharp.cache(false)

/**
 * A photo made anew, beside what somebody sent: only its pixels come through. Metadata, places, and whatever else was
 * hidden in or behind the picture stay behind.
 */
export class Photo {
  static readonly contentType = 'image/jpeg'
  readonly contentType = Photo.contentType

  private constructor(
    readonly path: string,
    readonly sizeBytes: number,
    readonly width: number,
    readonly height: number
  ) {}

  static async read(path: string): Promise<Photo> {
    if ((await stat(path)).size > MAX_FILE_BYTES) throw new PhotoTooLargeError()
    await requirePicture(path)
    const redrawn = `${path}.redrawn.jpg`
    try {
      const { size, width, height } = await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .timeout({ seconds: SECONDS })
        .autoOrient()
        .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82, progressive: true })
        .toFile(redrawn)
      return new Photo(redrawn, size, width, height)
    } catch (error) {
      if (/pixel limit/i.test(String(error))) throw new PhotoTooManyPixelsError(undefined, { cause: error })
      throw new NotAPhotoError(undefined, { cause: error })
    }
  }
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

// By its first bytes, before any decoder sees it: only the three formats that cameras and screenshots use.
async function requirePicture(path: string) {
  const head = await firstBytes(path, 12)
  const ascii = head.toString('latin1')
  const isJpeg = head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
  const isPng = ascii.startsWith('\x89PNG\r\n\x1a\n')
  const isWebp = ascii.startsWith('RIFF') && ascii.endsWith('WEBP')
  if (ascii.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii.slice(8, 12))) throw new PhotoHeicError()
  if (!isJpeg && !isPng && !isWebp) throw new NotAPhotoError()
}
