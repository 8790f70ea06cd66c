import sharp, { type Sharp } from 'sharp'
import type { Readable } from 'node:stream'

const SIZES = {
  small: { edge: 480, quality: 72 },
  web: { edge: 1280, quality: 78 },
}
const PREVIEW_EDGE = 240

export type PhotoSize = keyof typeof SIZES
export const PHOTO_SIZES = Object.keys(SIZES) as PhotoSize[]

export type MadeSize = { size: PhotoSize; path: string; sizeBytes: number }

/** What screens show of a photo, made beside the file of the one that was taken in. */
export async function makeSizes(photoPath: string): Promise<MadeSize[]> {
  const made: MadeSize[] = []
  for (const size of PHOTO_SIZES) {
    const { edge, quality } = SIZES[size]
    const path = `${photoPath}.${size}.jpg`
    const written = await shrunk(sharp(photoPath), edge).jpeg({ quality, progressive: true }).toFile(path)
    made.push({ size, path, sizeBytes: written.size })
  }
  return made
}

/** A picture to stand in a page itself, before anything else of the photo may be fetched. */
export async function previewOf(photo: Readable) {
  const small = await shrunk(photo.pipe(sharp()), PREVIEW_EDGE).jpeg({ quality: 70 }).toBuffer()
  return `data:image/jpeg;base64,${small.toString('base64')}`
}

const shrunk = (picture: Sharp, edge: number) =>
  picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
