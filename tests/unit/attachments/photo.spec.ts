import sharp from 'sharp'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Photo } from '#app/attachments/photo'
import { makeSizes } from '#app/attachments/photo_sizes'
import {
  NotAPhotoError,
  PhotoHeicError,
  PhotoTooLargeError,
  PhotoTooManyPixelsError,
} from '#app/attachments/errors'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' }, limitInputPixels: false })

/** The photo as it is read back from what was made of these bytes. */
async function read(bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'photo-'))
  const path = join(folder, 'photo')
  try {
    await writeFile(path, bytes)
    const { path: redrawn, width, height } = await Photo.read(path)
    const [small, web] = await makeSizes(redrawn)
    const [image, thumbnail, middle] = await Promise.all(
      [redrawn, small.path, web.path].map((one) => readFile(one))
    )
    return { image, thumbnail, middle, width, height }
  } finally {
    await rm(folder, { recursive: true })
  }
}

test.group('Photo', () => {
  test('shrinks a large photo and is made in the sizes of screens', async ({ assert }) => {
    const photo = await read(await picture(3000, 1500).jpeg().toBuffer())
    assert.deepEqual([photo.width, photo.height], [2048, 1024])
    const thumbnail = await sharp(photo.thumbnail).metadata()
    assert.deepEqual([thumbnail.format, thumbnail.width], ['jpeg', 480])
    assert.equal((await sharp(photo.middle).metadata()).width, 1280)
  })

  test('does not blow up a small one', async ({ assert }) => {
    const photo = await read(await picture(40, 30).png().toBuffer())
    assert.deepEqual([photo.width, photo.height], [40, 30])
  })

  test('turns the picture the way it was taken, and forgets where and with what', async ({ assert }) => {
    const taken = await picture(400, 200)
      .withExif({ IFD0: { Make: 'Spyphone', Copyright: 'me' }, IFD3: { GPSLatitude: '39/1 44/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const photo = await read(taken)
    const { exif, width, height } = await sharp(photo.image).metadata()
    assert.deepEqual([width, height], [200, 400])
    assert.isUndefined(exif)
    assert.notInclude(photo.image.toString('latin1'), 'Spyphone')
  })

  test('lays a transparent picture on white', async ({ assert }) => {
    const clear = sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
    const photo = await read(await clear.webp().toBuffer())
    assert.deepEqual([...(await sharp(photo.image).raw().toBuffer()).subarray(0, 3)], [255, 255, 255])
  })

  test('leaves behind what hides after the picture', async ({ assert }) => {
    const polyglot = Buffer.concat([
      await picture(20, 20).jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>PK\x03\x04'),
    ])
    const photo = await read(polyglot)
    assert.notInclude(photo.image.toString('latin1'), 'script')
    assert.notInclude(photo.thumbnail.toString('latin1'), 'script')
  })

  test('refuses a web page named like a photo', async ({ assert }) => {
    await assert.rejects(() => read(Buffer.from('<html><script>alert(1)</script></html>')), NotAPhotoError)
  })

  test('refuses vector pictures, which can carry scripts and read files', async ({ assert }) => {
    await assert.rejects(
      () => read(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
      NotAPhotoError
    )
  })

  test('refuses a picture cut off in the middle, and an empty file', async ({ assert }) => {
    const whole = await picture(400, 400).jpeg().toBuffer()
    await assert.rejects(() => read(whole.subarray(0, 400)), NotAPhotoError)
    await assert.rejects(() => read(Buffer.alloc(0)), NotAPhotoError)
  })

  test('refuses a small file that unpacks to a huge picture, without unpacking it', async ({ assert }) => {
    const bomb = await picture(7_200, 7_200).png().toBuffer()
    assert.isBelow(bomb.length, 1_000_000)
    const before = process.memoryUsage().rss
    await assert.rejects(() => read(bomb), PhotoTooManyPixelsError)
    assert.isBelow(process.memoryUsage().rss - before, 100_000_000)
  }).timeout(30_000)

  test('refuses more than 10 MB', async ({ assert }) => {
    await assert.rejects(() => read(Buffer.alloc(10 * 1024 * 1024 + 1)), PhotoTooLargeError)
  })

  test('says what to do with a HEIC photo', async ({ assert }) => {
    await assert.rejects(
      () => read(Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1', 'latin1')),
      PhotoHeicError
    )
  })
})
