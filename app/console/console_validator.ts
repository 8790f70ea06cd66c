import vine from '@vinejs/vine'
import { MAIL_STATES } from '#app/sign_in/identity_mail'
import { cursorRule } from '#app/platform/database/cursor'

export const companyFiltersValidator = vine.create({
  state: vine.enum(['active', 'deactivated']).optional(),
  search: vine.string().trim().maxLength(100).optional(),
  after: cursorRule().optional(),
})

export const identityMailFiltersValidator = vine.create({
  state: vine.enum(MAIL_STATES).optional(),
  recipient: vine.string().trim().toLowerCase().maxLength(254).optional(),
  after: cursorRule().optional(),
})

export const superUserFiltersValidator = vine.create({
  state: vine.enum(['revoked']).optional(),
  after: cursorRule().optional(),
})

export const superUserValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(120),
  email: vine.string().trim().email().maxLength(254),
})

export const deactivationValidator = vine.create({ reason: vine.string().trim().minLength(1).maxLength(500) })
