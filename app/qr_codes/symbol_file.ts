import sharp from 'sharp'
import { svgPath } from '#app/qr_codes/symbol_path'
import type { SymbolPicture } from '#app/qr_codes/symbol_logo'
import { grouped } from '#app/qr_codes/short_code'
import { logoCoverOf, symbolOf } from '#app/qr_codes/symbol'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'

const QUIET = 4
const PIXELS = 16
const TEXT = 3

/** One symbol as a file of its own, with its quiet zone. */
export class SymbolFile {
  private modules
  private side: number
  private cover: number

  constructor(
    private label: SheetLabel,
    private logo: SymbolPicture | null
  ) {
    this.modules = symbolOf(label.url, { hasLogo: logo !== null })
    this.side = this.modules.size + 2 * QUIET
    this.cover = logoCoverOf(this.modules.size)
  }

  /** With the code and the phrase below, as on a label. */
  svg(): Buffer {
    const { shortCode, phrase } = this.label
    const text = (line: string, at: number, size: number, weight: number) =>
      `<text x="${this.side / 2}" y="${at}" font-size="${size}" font-weight="${weight}" font-family="Helvetica, Arial, sans-serif" text-anchor="middle">${line}</text>`
    return Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.side} ${this.side + 2 * TEXT}">` +
        `<rect width="100%" height="100%" fill="#fff"/>` +
        `<path transform="translate(${QUIET} ${QUIET})" d="${svgPath(this.modules)}" shape-rendering="crispEdges"/>${this.svgLogo()}` +
        text(grouped(shortCode), this.side + 1, TEXT, 700) +
        (phrase ? text(phrase, this.side + TEXT + 1, 0.75 * TEXT, 400) : '') +
        '</svg>\n'
    )
  }

  /** The symbol alone, each module 16 pixels wide. */
  async png(): Promise<Buffer> {
    const { size, data } = this.modules
    const pixels = Buffer.alloc(this.side * this.side, 255)
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        if (data[y * size + x]) pixels[(y + QUIET) * this.side + x + QUIET] = 0
      }
    }
    const raw = { width: this.side, height: this.side, channels: 1 as const }
    const large = await sharp(pixels, { raw })
      .resize(this.side * PIXELS, this.side * PIXELS, { kernel: 'nearest' })
      .png()
      .toBuffer()
    return this.logo ? this.withLogo(large, this.logo) : large
  }

  private svgLogo() {
    if (!this.logo) return ''
    const at = (this.side - this.cover) / 2
    const picture = `data:image/png;base64,${this.logo.png.toString('base64')}`
    return (
      `<rect x="${at}" y="${at}" width="${this.cover}" height="${this.cover}" fill="#fff"/>` +
      `<image x="${at + 0.5}" y="${at + 0.5}" width="${this.cover - 1}" height="${this.cover - 1}" href="${picture}"/>`
    )
  }

  private async withLogo(symbol: Buffer, { png }: SymbolPicture) {
    const inner = (this.cover - 1) * PIXELS
    const rim = PIXELS / 2
    const picture = await sharp(png)
      .resize(inner, inner)
      .extend({ top: rim, bottom: rim, left: rim, right: rim, background: '#ffffff' })
      .toBuffer()
    return sharp(symbol)
      .toColourspace('srgb')
      .composite([{ input: picture }])
      .png()
      .toBuffer()
  }
}
