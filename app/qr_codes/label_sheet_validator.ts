import vine from '@vinejs/vine'

const length = (from: number, to: number) => vine.number().range([from, to])
const count = (most: number) => vine.number().withoutDecimals().range([1, most])

const text = () => vine.string().trim().maxLength(80)

const facts = () => ({
  pageWidth: length(40, 1_000),
  pageHeight: length(40, 1_500),
  columns: count(50),
  rows: count(100),
  labelWidth: length(10, 1_000),
  labelHeight: length(10, 1_500),
  marginLeft: length(0, 300),
  marginTop: length(0, 300),
  gapX: length(0, 300),
  gapY: length(0, 300),
  insetX: length(0, 50),
  insetY: length(0, 50),
  offsetX: length(-10, 10),
  offsetY: length(-10, 10),
  showsCompany: vine.boolean(),
  showsPhone: vine.boolean(),
  showsBatch: vine.boolean(),
  showsPhrase: vine.boolean(),
  hasLogo: vine.boolean(),
})

export const labelSheetValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80),
  ...facts(),
  text: text().nullable(),
})

export const labelPreviewValidator = vine.create({ ...facts(), text: text().optional() })

export const newLabelSheetValidator = vine.create({ from: vine.string().maxLength(40).optional() })
