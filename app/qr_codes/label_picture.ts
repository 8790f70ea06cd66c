import string from '@adonisjs/core/helpers/string'
import { LabelLayout } from '#app/qr_codes/label_layout'
import type { LabelTemplate } from '#app/qr_codes/label_template'
import { LabelWords, type PlacedText } from '#app/qr_codes/label_words'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'
import { logoCoverOf, symbolOf } from '#app/qr_codes/symbol'
import type { SymbolPicture } from '#app/qr_codes/symbol_logo'
import { svgPath } from '#app/qr_codes/symbol_path'
import { fromWinAnsi } from '#app/qr_codes/win_ansi'

const place = (length: number) => Number(length.toFixed(3))

/** One label as it will come out of the printer, for a screen: laid out by the same hands as the sheets. */
export class LabelPicture {
  constructor(
    private template: LabelTemplate,
    private lines: string[],
    private label: SheetLabel,
    private logo: SymbolPicture | null
  ) {}

  svg(): string {
    const modules = symbolOf(this.label.url, { hasLogo: this.logo !== null })
    const layout = new LabelLayout(this.template, modules.size)
    const words = new LabelWords(this.lines)
    const phrase = this.template.fields.phrase ? this.label.phrase : undefined
    const texts = [...words.place(layout), ...words.placeOwn({ ...this.label, phrase }, layout)]
    const { width, height, module, symbol } = layout
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${place(width)} ${place(height)}">` +
      `<rect width="100%" height="100%" fill="#fff"/>` +
      `<g transform="translate(${place(symbol.left)} ${place(symbol.top)}) scale(${place(module)})">` +
      `<path d="${svgPath(modules)}" shape-rendering="crispEdges"/>` +
      `${this.#logoIn(modules.size)}</g>${texts.map(textElement).join('')}</svg>`
    )
  }

  #logoIn(modules: number) {
    if (!this.logo) return ''
    const cover = logoCoverOf(modules)
    const [at, inner] = [(modules - cover) / 2, cover - 1]
    const picture = `data:image/png;base64,${this.logo.png.toString('base64')}`
    return (
      `<rect x="${at}" y="${at}" width="${cover}" height="${cover}" fill="#fff"/>` +
      `<image x="${at + 0.5}" y="${at + 0.5}" width="${inner}" height="${inner}" href="${picture}"/>`
    )
  }
}

// The length that the printed font has, in whichever font the screen draws.
function textElement({ text, font, size, tracking, left, baseline }: PlacedText) {
  if (text === '') return ''
  const weight = font.resource === 'B' ? 700 : 400
  return (
    `<text x="${place(left)}" y="${place(baseline)}" font-size="${place(size)}" font-weight="${weight}" ` +
    `font-family="Helvetica, Arial, sans-serif" lengthAdjust="spacingAndGlyphs" ` +
    `textLength="${place(font.measure(text, size, tracking))}">${string.escapeHTML(fromWinAnsi(text))}</text>`
  )
}
