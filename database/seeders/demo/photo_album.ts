import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import sharp from 'sharp'
import { Photo } from '#app/attachments/photo'
import { makeSizes } from '#app/attachments/photo_sizes'
import { SCENES, type SceneName } from './scenes/scenes.js'

const NAMES = Object.keys(SCENES) as SceneName[]
/** What is worth a second look, from closer. */
const CLOSER: SceneName[] = [
  'leaking_pipe',
  'boiler_error',
  'water_heater',
  'running_toilet',
  'dripping_faucet',
]
const AT_ONCE = 2

export type Look = Awaited<ReturnType<typeof takeIn>>

/** The photos of the story, drawn once and taken in as if somebody had uploaded them. */
export class PhotoAlbum {
  #pages = new Map<SceneName, Promise<Look[]>>()

  private constructor() {}

  /** Begins to draw while the story is told. */
  static async open<T>(work: (album: PhotoAlbum) => Promise<T>): Promise<T> {
    const album = new PhotoAlbum()
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-demo-'))
    const drawing = album.#draw(folder)
    try {
      return await work(album)
    } finally {
      await drawing
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** One or two looks at the same trouble. */
  photosOf(scene: SceneName) {
    return this.#pages.get(scene)!
  }

  async #draw(folder: string) {
    const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve())
    NAMES.forEach((name, index) => {
      const page = lanes[index % AT_ONCE].then(() => photograph(name, folder))
      this.#pages.set(name, page)
      lanes[index % AT_ONCE] = page.then(() => {})
    })
    await Promise.allSettled(lanes)
  }
}

async function photograph(name: SceneName, folder: string) {
  const paths = [join(folder, `${name}.jpg`), join(folder, `${name}_again.jpg`)]
  const { data, info } = await sharp(Buffer.from(SCENES[name]()))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const drawn = () => sharp(data, { raw: { width, height, channels: 3 } })
  const closer = { left: width >> 3, top: height >> 3, width: (width * 3) >> 2, height: (height * 3) >> 2 }
  await drawn().jpeg({ quality: 90 }).toFile(paths[0])
  if (!CLOSER.includes(name)) return [await takeIn(paths[0])]
  await drawn()
    .flop()
    .extract(closer)
    .modulate({ brightness: 0.94, hue: 6 })
    .jpeg({ quality: 90 })
    .toFile(paths[1])
  return Promise.all(paths.map(takeIn))
}

async function takeIn(path: string) {
  const photo = await Photo.read(path)
  return { photo, sizes: await makeSizes(photo.path) }
}
