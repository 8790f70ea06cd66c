import sharp from 'sharp'
import decodeQR from 'qr/decode.js'
import { test } from '@japa/runner'
import { SymbolFile } from '#app/qr_codes/symbol_file'
import { labels } from '#tests/bench/qr_labels'

/** As a camera sees it: turned a little, blurred, grey, and not in the middle. */
async function seen(symbol: Buffer) {
  const turned = await sharp(symbol)
    .rotate(7, { background: '#dddddd' })
    .resize(380, 380)
    .blur(0.8)
    .toBuffer()
  const { data, info } = await sharp({
    create: { width: 640, height: 640, channels: 4, background: '#999999' },
  })
    .composite([{ input: turned, left: 90, top: 160 }])
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

test.group('The decoder of the page', () => {
  test('reads the symbols that we print', async ({ assert }) => {
    for await (const label of labels(10)) {
      assert.equal(decodeQR(await seen(await new SymbolFile(label, null).png())), label.url)
    }
  })
})
