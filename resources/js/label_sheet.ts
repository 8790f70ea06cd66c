import type { Data } from '@generated/data'
import { urlFor } from '~/client'

export type SheetDraft = Omit<Data.QrCodes.LabelSheet, 'id'>
export type ShownSheet = Omit<Data.QrCodes.LabelTemplate, 'key' | 'name' | 'hasLogo'>

const MOST_SHOWN = 500

/** The sheet of a form as its preview draws it, whatever is typed there just now. */
export function shownSheet(sheet: SheetDraft): ShownSheet {
  const columns = Math.max(1, Math.floor(sheet.columns || 1))
  const perSheet = Math.min(columns * Math.max(1, Math.floor(sheet.rows || 1)), MOST_SHOWN)
  return {
    page: { width: sheet.pageWidth, height: sheet.pageHeight },
    label: { width: sheet.labelWidth, height: sheet.labelHeight },
    perSheet,
    places: Array.from({ length: perSheet }, (_, index) => ({
      left: sheet.marginLeft + sheet.offsetX + (index % columns) * (sheet.labelWidth + sheet.gapX),
      top: sheet.marginTop + sheet.offsetY + Math.floor(index / columns) * (sheet.labelHeight + sheet.gapY),
    })),
  }
}

/** The address of a label of it as it would be printed; none while something is missing. */
export function labelPicture({ name: _, text, ...sheet }: SheetDraft) {
  const qs = { ...sheet, ...(text ? { text } : {}) }
  return Object.values(qs).every((value) => value !== null && value !== undefined && !Number.isNaN(value))
    ? urlFor('qr_codes.label_previews.show', {}, { qs })
    : null
}

/** How far labels reach over the edge of the page, in millimetres; nothing where they fit. */
export function overhang({ page, label, places }: ShownSheet) {
  const right = Math.max(...places.map(({ left }) => left + label.width)) - page.width
  const bottom = Math.max(...places.map(({ top }) => top + label.height)) - page.height
  const over = Math.max(right, bottom, ...places.flatMap(({ left, top }) => [-left, -top]))
  return over > 0.01 ? Number(over.toFixed(2)) : 0
}
