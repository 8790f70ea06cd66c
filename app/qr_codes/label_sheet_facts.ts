import { LabelSheetError } from '#app/qr_codes/label_errors'
import type { LabelTemplate, LabelTemplateSpec } from '#app/qr_codes/label_template'

/** A sheet as its form has it; lengths are millimetres. */
export type SheetFacts = {
  pageWidth: number
  pageHeight: number
  columns: number
  rows: number
  labelWidth: number
  labelHeight: number
  marginLeft: number
  marginTop: number
  gapX: number
  gapY: number
  insetX: number
  insetY: number
  offsetX: number
  offsetY: number
  showsCompany: boolean
  showsPhone: boolean
  showsBatch: boolean
  showsPhrase: boolean
  text: string | null
  hasLogo: boolean
}

export const MOST_LABELS = 500
const DRIFT = 0.01

export const templateSpecOf = (facts: SheetFacts): Omit<LabelTemplateSpec, 'key' | 'name'> => ({
  page: { width: facts.pageWidth, height: facts.pageHeight },
  columns: facts.columns,
  rows: facts.rows,
  label: { width: facts.labelWidth, height: facts.labelHeight },
  margin: { left: facts.marginLeft, top: facts.marginTop },
  gap: { x: facts.gapX, y: facts.gapY },
  inset: { x: facts.insetX, y: facts.insetY },
  offset: { x: facts.offsetX, y: facts.offsetY },
  fields: {
    companyName: facts.showsCompany,
    phone: facts.showsPhone,
    batchName: facts.showsBatch,
    phrase: facts.showsPhrase,
    text: facts.text,
  },
  hasLogo: facts.hasLogo,
})

/** One that is there already, to begin another one with. */
export function factsOf({ spec, fields }: LabelTemplate): SheetFacts {
  return {
    pageWidth: spec.page.width,
    pageHeight: spec.page.height,
    columns: spec.columns,
    rows: spec.rows,
    labelWidth: spec.label.width,
    labelHeight: spec.label.height,
    marginLeft: spec.margin.left,
    marginTop: spec.margin.top,
    gapX: spec.gap.x,
    gapY: spec.gap.y,
    insetX: spec.inset.x,
    insetY: spec.inset.y,
    offsetX: spec.offset?.x ?? 0,
    offsetY: spec.offset?.y ?? 0,
    showsCompany: fields.companyName,
    showsPhone: fields.phone,
    showsBatch: fields.batchName,
    showsPhrase: fields.phrase,
    text: fields.text,
    hasLogo: spec.hasLogo ?? false,
  }
}

/** All labels lie on the page, moved or not, and have room inside. */
export function requireOnPage(facts: SheetFacts) {
  const { columns, rows } = facts
  if (columns * rows > MOST_LABELS)
    throw new LabelSheetError(
      'rows',
      `That are ${columns * rows} labels; a sheet has ${MOST_LABELS} at most.`
    )
  requireLine('labelWidth', `${columns} labels beside each other`, 'wide', {
    count: columns,
    label: facts.labelWidth,
    gap: facts.gapX,
    margin: facts.marginLeft,
    offset: facts.offsetX,
    page: facts.pageWidth,
  })
  requireLine('labelHeight', `${rows} labels below each other`, 'high', {
    count: rows,
    label: facts.labelHeight,
    gap: facts.gapY,
    margin: facts.marginTop,
    offset: facts.offsetY,
    page: facts.pageHeight,
  })
  if (facts.insetX * 2 >= facts.labelWidth)
    throw new LabelSheetError('insetX', 'That leaves nothing of the label. Make the safe border narrower.')
  if (facts.insetY * 2 >= facts.labelHeight)
    throw new LabelSheetError('insetY', 'That leaves nothing of the label. Make the safe border narrower.')
}

type Line = { count: number; label: number; gap: number; margin: number; offset: number; page: number }

function requireLine(
  field: 'labelWidth' | 'labelHeight',
  what: string,
  way: 'wide' | 'high',
  { count, label, gap, margin, offset, page }: Line
) {
  const end = margin + count * label + (count - 1) * gap
  if (end > page + DRIFT)
    throw new LabelSheetError(
      field,
      `${what} with their margin and gaps take ${millimetres(end)} mm, but the page is ${millimetres(page)} mm ${way}. Make the labels smaller, or take fewer.`
    )
  const isMovedOff = margin + offset < -DRIFT || end + offset > page + DRIFT
  if (isMovedOff)
    throw new LabelSheetError(
      field === 'labelWidth' ? 'offsetX' : 'offsetY',
      'Moved by so much, labels at the edge leave the page. Move them less.'
    )
}

const millimetres = (length: number) => Number(length.toFixed(2))
