import { StartPositionError, UnknownLabelTemplateError } from '#app/qr_codes/label_errors'

type Size = { width: number; height: number }

/** What a label says besides its code; the short code is always there, so that it can be typed. */
export type LabelFields = {
  companyName: boolean
  phone: boolean
  batchName: boolean
  phrase: boolean
  text: string | null
}

export type LabelTemplateSpec = {
  key: string
  name: string
  page: Size
  columns: number
  rows: number
  label: Size
  margin: { left: number; top: number }
  gap: { x: number; y: number }
  inset: { x: number; y: number }
  /** By how much a printer puts everything too far to the left and too high. */
  offset?: { x: number; y: number }
  fields?: LabelFields
  hasLogo?: boolean
}

export const asJson = (value: unknown) => (value ? JSON.stringify(value) : null)

export const CALL_TO_ACTION = 'Scan to request service'
const USUAL_FIELDS: LabelFields = {
  companyName: true,
  phone: false,
  batchName: false,
  phrase: true,
  text: CALL_TO_ACTION,
}

const A4 = { width: 210, height: 297 }
const LETTER = { width: 215.9, height: 279.4 }

/** All lengths are millimetres. The inset is what die-cutting drift and the printer's own margin may take away. */
export class LabelTemplate {
  static readonly all = [
    new LabelTemplate({
      key: 'a4-24',
      name: 'A4, 24 labels of 63.5 × 33.9 mm (Avery L7159)',
      page: A4,
      columns: 3,
      rows: 8,
      label: { width: 63.5, height: 33.9 },
      margin: { left: 7.21, top: 12.9 },
      gap: { x: 2.54, y: 0 },
      inset: { x: 1.8, y: 1.8 },
    }),
    new LabelTemplate({
      key: 'a4-24-full',
      name: 'A4, 24 labels of 70 × 37 mm, edge to edge (Avery Zweckform 3474)',
      page: A4,
      columns: 3,
      rows: 8,
      label: { width: 70, height: 37 },
      margin: { left: 0, top: 0.5 },
      gap: { x: 0, y: 0 },
      inset: { x: 5, y: 4.5 },
    }),
    new LabelTemplate({
      key: 'a4-12',
      name: 'A4, 12 labels of 63.5 × 72 mm (Avery L7164)',
      page: A4,
      columns: 3,
      rows: 4,
      label: { width: 63.5, height: 72 },
      margin: { left: 7.21, top: 4.5 },
      gap: { x: 2.54, y: 0 },
      inset: { x: 3, y: 4 },
    }),
    new LabelTemplate({
      key: 'letter-30',
      name: 'Letter, 30 labels of 2.625 × 1 in (Avery 5160)',
      page: LETTER,
      columns: 3,
      rows: 10,
      label: { width: 66.675, height: 25.4 },
      margin: { left: 4.7625, top: 12.7 },
      gap: { x: 3.175, y: 0 },
      inset: { x: 1.5, y: 1.5 },
    }),
    new LabelTemplate({
      key: 'letter-20',
      name: 'Letter, 20 labels of 2 × 2 in (OnlineLabels OL330)',
      page: LETTER,
      columns: 4,
      rows: 5,
      label: { width: 50.8, height: 50.8 },
      margin: { left: 6.35, top: 6.35 },
      gap: { x: 0, y: 3.175 },
      inset: { x: 3, y: 2 },
    }),
  ]

  /** That of a batch or a print, which keep a company's own sheet as it was. */
  static of({ template, labelSpec }: { template: string; labelSpec: LabelTemplateSpec | null }) {
    return labelSpec ? new LabelTemplate(labelSpec) : this.find(template)
  }

  static find(key: string): LabelTemplate {
    const template = this.all.find((candidate) => candidate.key === key)
    if (!template) throw new UnknownLabelTemplateError(`There is no label sheet "${key}"`)
    return template
  }

  constructor(readonly spec: LabelTemplateSpec) {}

  get fields() {
    return this.spec.fields ?? USUAL_FIELDS
  }

  get isOwn() {
    return !LabelTemplate.all.some(({ key }) => key === this.key)
  }

  get key() {
    return this.spec.key
  }

  get name() {
    return this.spec.name
  }

  get page() {
    return this.spec.page
  }

  get label() {
    return this.spec.label
  }

  get inset() {
    return this.spec.inset
  }

  get perSheet() {
    return this.spec.columns * this.spec.rows
  }

  /** Sheets that a run needs when the first one is used up to (but not including) `startAt`. */
  sheetsFor(labels: number, startAt = 1): number {
    return Math.ceil((startAt - 1 + labels) / this.perSheet)
  }

  /** Top left corner of a place, counted row by row from 1, as a person counts on the sheet in hand. */
  place(number: number): { left: number; top: number } {
    if (!Number.isInteger(number) || number < 1 || number > this.perSheet) {
      throw new StartPositionError(`Label ${number} is not on this sheet of ${this.perSheet} labels`)
    }
    const { columns, label, margin, gap, offset } = this.spec
    const column = (number - 1) % columns
    const row = Math.floor((number - 1) / columns)
    return {
      left: margin.left + (offset?.x ?? 0) + column * (label.width + gap.x),
      top: margin.top + (offset?.y ?? 0) + row * (label.height + gap.y),
    }
  }
}
