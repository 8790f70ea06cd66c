import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'
import { typedCode } from '#app/qr_codes/qr_code_validator'

const words = () => vine.string().trim().maxLength(100)

export const fieldSearchValidator = vine.create({
  search: words().optional(),
  after: cursorRule().optional(),
})

export const codeInHandValidator = vine.create({ code: typedCode().optional() })

export const bindingDraftValidator = vine.create({
  code: typedCode().optional(),
  customer: vine.string().uuid().optional(),
  search: words().optional(),
})

/** What a phone kept while it had no signal: a new customer or a known one, with a label or without. */
export const submissionValidator = vine.create({
  code: typedCode().optional(),
  customerId: vine.string().uuid().optional(),
  /** The customer from whom the code is taken, when somebody confirmed that. */
  replacing: vine.string().uuid().nullable().optional(),
})

export const bindingValidator = vine.create({
  qrCodeId: vine.string().uuid(),
  customerId: vine.string().uuid(),
  /** The customer from whom the code is taken, when somebody confirmed that. */
  replacing: vine.string().uuid().nullable().optional(),
})
