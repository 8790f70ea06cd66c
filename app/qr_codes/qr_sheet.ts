import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { LabelLayout, points } from '#app/qr_codes/label_layout'
import type { LabelTemplate } from '#app/qr_codes/label_template'
import { LabelWords } from '#app/qr_codes/label_words'
import { PageBuffer } from '#app/qr_codes/page_buffer'
import { PdfWriter, pdfNumber } from '#app/qr_codes/pdf_writer'
import { logoCoverOf, symbolOf } from '#app/qr_codes/symbol'
import type { SymbolLogo } from '#app/qr_codes/symbol_logo'
import { symbolPath } from '#app/qr_codes/symbol_path'

export type SheetLabel = { url: string; shortCode: string; phrase?: string }

type QrSheetOptions = {
  template: LabelTemplate
  title: string
  /** What stands on every label, line by line. */
  lines: string[]
  startAt?: number
  logo?: SymbolLogo | null
}

// The highest level takes three times as long to save a seventh of the bytes.
const COMPRESSION = 4
const LOGO = 'Logo'
const deflated = promisify(deflate)

/** Labels to print, as a vector PDF that is sent page by page: it is never whole in memory. */
export class QrSheet {
  private template: LabelTemplate
  private title: string
  private startAt: number
  private words: LabelWords
  private logo: SymbolLogo | null
  private showsLogo = false
  private layouts = new Map<number, LabelLayout>()

  constructor({ template, title, startAt = 1, logo = null, lines }: QrSheetOptions) {
    template.place(startAt)
    this.template = template
    this.title = title
    this.startAt = startAt
    this.logo = logo
    this.words = new LabelWords(lines)
  }

  /** Throws now what the stream would throw half-way at such an address. */
  ensureFits(url: string): void {
    this.layoutFor(this.symbolOf(url).size)
  }

  stream(labels: AsyncIterable<SheetLabel>): Readable {
    return Readable.from(this.write(labels), { objectMode: false })
  }

  private async *write(labels: AsyncIterable<SheetLabel>): AsyncGenerator<Buffer> {
    const { width, height } = this.template.page
    const pdf = new PdfWriter(this.title, { width: points(width), height: points(height) })
    yield pdf.header()
    const picture = await this.logo?.picture()
    if (picture) yield* pdf.image(LOGO, picture)
    this.showsLogo = Boolean(picture)

    let compressing: Promise<Buffer> | undefined
    for await (const page of this.pages(labels)) {
      // One page is compressed on another thread while the next one is drawn.
      const previous = compressing
      compressing = deflated(page.content(), { level: COMPRESSION })
      if (previous) yield* pdf.page(await previous)
    }
    if (compressing) yield* pdf.page(await compressing)
    for (const [modules, layout] of this.layouts) {
      yield* pdf.form(formName(modules), layout, this.words.draw(layout))
    }
    yield pdf.end()
  }

  // Two buffers take turns: one is compressed, the other one is drawn on.
  private async *pages(labels: AsyncIterable<SheetLabel>): AsyncGenerator<PageBuffer> {
    let [page, other] = [new PageBuffer(), new PageBuffer()]
    let place = this.startAt
    for await (const label of labels) {
      if (place > this.template.perSheet) {
        yield page
        await setImmediate()
        ;[page, other] = [other, page]
        page.clear()
        place = 1
      }
      page.write(this.draw(label, place++))
    }
    yield page
  }

  private draw(label: SheetLabel, place: number): string {
    const modules = this.symbolOf(label.url)
    const layout = this.layoutFor(modules.size)
    const { left, top } = this.template.place(place)
    const x = pdfNumber(points(left))
    const y = pdfNumber(points(this.template.page.height - top) - layout.height)
    const { module, symbol } = layout
    const scale = `${pdfNumber(module)} 0 0 ${pdfNumber(-module)}`
    const corner = `${pdfNumber(symbol.left)} ${pdfNumber(layout.height - symbol.top)}`
    return (
      `q 1 0 0 1 ${x} ${y} cm /${formName(modules.size)} Do\n${this.words.drawOwn(this.ownOf(label), layout)}` +
      `${scale} ${corner} cm\n${symbolPath(modules)}f ${this.drawLogo(modules.size)}Q\n`
    )
  }

  private ownOf({ shortCode, phrase }: SheetLabel) {
    return { shortCode, phrase: this.template.fields.phrase ? phrase : undefined }
  }

  private symbolOf(url: string) {
    return symbolOf(url, { hasLogo: this.logo !== null })
  }

  // In modules, y pointing down; a picture is drawn with y pointing up.
  private drawLogo(modules: number) {
    if (!this.showsLogo) return ''
    const cover = logoCoverOf(modules)
    const at = (modules - cover) / 2
    const inner = cover - 1
    return (
      `1 g ${at} ${at} ${cover} ${cover} re f\n` +
      `${inner} 0 0 ${-inner} ${at + 0.5} ${at + cover - 0.5} cm /${LOGO} Do `
    )
  }

  private layoutFor(modules: number): LabelLayout {
    const layout = this.layouts.get(modules) ?? new LabelLayout(this.template, modules)
    this.layouts.set(modules, layout)
    return layout
  }
}

function formName(modules: number): string {
  return `L${modules}`
}
