import { displayPhone } from '#app/platform/phone'
import type Tenant from '#app/tenancy/tenant'
import { CAP_HEIGHT, type LabelLayout } from '#app/qr_codes/label_layout'
import type { LabelFields } from '#app/qr_codes/label_template'
import { pdfNumber, pdfString } from '#app/qr_codes/pdf_writer'
import { PrintFont } from '#app/qr_codes/print_font'
import { grouped } from '#app/qr_codes/short_code'
import { toWinAnsi } from '#app/qr_codes/win_ansi'

const SIZES = [11, 10, 9, 8, 7, 6]
const SMALLEST = 6
const TRACKING = 0.05

type Line = { left: number; width: number; baseline: number; size: number }
type Own = { shortCode: string; phrase?: string }
type Row = { text: string; font: PrintFont; size: number; descent: number }
/** A line of text where it lies on its label, in points from the top left corner. */
export type PlacedText = {
  text: string
  font: PrintFont
  size: number
  tracking: number
  left: number
  baseline: number
}
type Said = { tenant: Tenant; batch: { name: string; isDemo: boolean } }

/** What stands on every label, line by line. */
export function linesOf(
  { companyName, phone, batchName, text }: LabelFields,
  { tenant, batch }: Said
): string[] {
  const words = batch.isDemo ? ['DEMO', text].filter(Boolean).join(' – ') : text
  return [
    companyName && tenant.name,
    words,
    phone && tenant.phone && displayPhone(tenant.phone, tenant.country),
    batchName && batch.name,
  ].filter((line) => typeof line === 'string')
}

/** The words around the symbols: the company's, alike on every label, and those of one code. */
export class LabelWords {
  private first: string
  private others: string[]

  /** The first line stands out. */
  constructor(lines: string[]) {
    const [first = '', ...others] = lines.filter(Boolean).map((line) => toWinAnsi(line))
    this.first = first.replaceAll(' & ', ' &\xa0')
    this.others = others
  }

  draw(layout: LabelLayout): string {
    return this.place(layout)
      .map((line) => show(line, layout))
      .join('')
  }

  drawOwn(own: Own, layout: LabelLayout): string {
    return this.placeOwn(own, layout)
      .map((line) => show(line, layout))
      .join('')
  }

  place(layout: LabelLayout): PlacedText[] {
    let baseline = layout.words.top
    return this.rows(layout).map(({ text, font, size, descent }) => {
      baseline += descent
      return placed(text, font, { ...layout.words, baseline, size }, layout)
    })
  }

  placeOwn({ shortCode, phrase }: Own, layout: LabelLayout): PlacedText[] {
    const code = placed(toWinAnsi(grouped(shortCode)), PrintFont.bold, layout.code, layout, TRACKING)
    return phrase ? [code, placed(toWinAnsi(phrase), PrintFont.regular, layout.phrase, layout)] : [code]
  }

  /** As large as the place allows; on two lines each before words are cut off. */
  private rows(layout: LabelLayout): Row[] {
    const tries = [2, 1].flatMap((most) => SIZES.map((largest) => this.rowsAt(largest, most, layout)))
    const fitting = tries.find(
      (rows) => rows.reduce((sum, row) => sum + row.descent, 0) <= layout.words.height
    )
    return fitting ?? tries[tries.length - 1]
  }

  private rowsAt(largest: number, most: number, { words: { width } }: LabelLayout): Row[] {
    const name = PrintFont.bold.fit(this.first, sizesTo(largest), width, most)
    const smaller = sizesTo(Math.min(name.size - 1, 9))
    const others = this.others.map((line) => PrintFont.regular.fit(line, smaller, width, most))
    const rows = [name, ...others].flatMap(({ font, size, lines }) =>
      lines.map((text, index) => ({ text, font, size, descent: size * (index === 0 ? 1.4 : 1.15) }))
    )
    if (rows.length > 0) rows[0].descent = rows[0].size * CAP_HEIGHT
    return rows
  }
}

function sizesTo(largest: number): number[] {
  return SIZES.filter((size) => size <= Math.max(largest, SMALLEST))
}

function placed(text: string, font: PrintFont, line: Line, layout: LabelLayout, tracking = 0): PlacedText {
  const { size, baseline } = line
  const spacing = tracking * size
  const indent = layout.isStacked ? (line.width - font.measure(text, size, spacing)) / 2 : 0
  return { text, font, size, tracking: spacing, left: line.left + indent, baseline }
}

function show({ text, font, size, tracking, left, baseline }: PlacedText, layout: LabelLayout): string {
  const place = `${pdfNumber(left)} ${pdfNumber(layout.height - baseline)} Td`
  const style = `/${font.resource} ${pdfNumber(size)} Tf ${pdfNumber(tracking)} Tc`
  return `BT ${style} ${place} ${pdfString(text)} Tj ET\n`
}
