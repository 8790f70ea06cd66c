import { test } from '@japa/runner'
import QRCode from 'qrcode'
import { symbolPath } from '#app/qr_codes/symbol_path'

const symbolOf = (text: string) => QRCode.create(text, { errorCorrectionLevel: 'M' }).modules

function rectanglesOf(path: string): number[][] {
  return path
    .trim()
    .split('\n')
    .map((line) => line.split(' ').slice(0, 4).map(Number))
}

test.group('Symbol path', () => {
  for (const length of [1, 58, 400, 2000]) {
    test(`every dark square of a symbol for ${length} letters is drawn, once, and no light one`, ({
      assert,
    }) => {
      const { size, data } = symbolOf('A'.repeat(length))
      const drawn = new Uint8Array(size * size)
      for (const [x, y, width, height] of rectanglesOf(
        symbolPath({ size, data } as ReturnType<typeof symbolOf>)
      )) {
        for (let row = y; row < y + height; row++) {
          for (let column = x; column < x + width; column++) drawn[row * size + column]++
        }
      }
      assert.deepEqual([...drawn], [...data])
    })
  }

  test('it takes far fewer rectangles than dark squares', ({ assert }) => {
    const modules = symbolOf('HTTPS://APP.LATCHKEY.EXAMPLE/Q/7ZQK2M9F4RX0W8V5T1B3N6HJCD')
    const dark = modules.data.reduce((sum, one) => sum + one, 0)
    assert.isBelow(rectanglesOf(symbolPath(modules)).length, dark / 2)
  })
})
