import vine from '@vinejs/vine'
import { cursorRule, orderedCursorRule } from '#app/platform/database/cursor'
import { QR_CODE_STATES } from '#app/qr_codes/qr_code'
import { SYMBOL_FORMATS } from '#app/qr_codes/symbol_archive'
import { MAX_QUANTITY } from '#app/qr_codes/qr_batch'

/** A short code, a token or a whole link: `readTypedCode` says what it is. */
export const typedCode = () => vine.string().trim().maxLength(500)

export const qrBatchFiltersValidator = vine.create({ after: cursorRule().optional() })

export const qrBatchValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(120),
  purpose: vine.string().trim().maxLength(500).nullable().optional(),
  quantity: vine.number().withoutDecimals().range([1, MAX_QUANTITY]),
  template: vine.string().maxLength(40),
  startAt: vine.number().withoutDecimals().min(1).max(500).optional(),
  leadFlowId: vine.string().uuid().nullable().optional(),
  isDemo: vine.boolean().optional(),
  hasLogo: vine.boolean().optional(),
})

export const qrBatchChangeValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(120),
  purpose: vine.string().trim().maxLength(500).nullable(),
  leadFlowId: vine.string().uuid().nullable(),
})

const label = () => vine.number().withoutDecimals().range([1, MAX_QUANTITY]).optional()

export const sheetValidator = vine.create({
  from: label(),
  to: label(),
  startAt: vine.number().withoutDecimals().min(1).max(500).optional(),
})

export const symbolsValidator = vine.create({ format: vine.enum(SYMBOL_FORMATS), from: label(), to: label() })

export const qrCodeFiltersValidator = vine.create({
  state: vine.enum([...QR_CODE_STATES, 'reported'] as const).optional(),
  search: vine.string().trim().maxLength(20).optional(),
  after: vine.number().withoutDecimals().min(0).optional(),
})

const LONGEST_LIST = 200_000

export const bulkBindingValidator = vine.create({
  list: vine.string().maxLength(LONGEST_LIST),
  /** Only a list that was looked through binds anything. */
  isChecked: vine.boolean().optional(),
})

export const stockFiltersValidator = vine.create({ after: orderedCursorRule().optional() })

export const assignmentDraftValidator = vine.create({ code: typedCode().optional() })

export const assignmentValidator = vine.create({
  qrCodeId: vine.string().uuid(),
  /** The customer from whom the code is taken, when somebody confirmed that. */
  replacing: vine.string().uuid().nullable().optional(),
})
