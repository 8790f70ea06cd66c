import sharp from 'sharp'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { Photo } from '#app/attachments/photo'

export const jpeg = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()

/** A photo as it is taken in, before it belongs to anything. */
export async function aPhoto() {
  const path = join(await mkdtemp(join(tmpdir(), 'photo-')), 'photo.jpg')
  await writeFile(path, await jpeg())
  return Photo.read(path)
}
