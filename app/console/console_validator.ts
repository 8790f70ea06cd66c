import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/cursor'

export const companyFiltersValidator = vine.create({
  state: vine.enum(['active', 'deactivated']).optional(),
  search: vine.string().trim().maxLength(100).optional(),
  after: cursorRule().optional(),
})

/** What the form for a new company asks while it is filled in. */
export const draftValidator = vine.create({
  name: vine.string().trim().maxLength(120).optional(),
  slug: vine.string().trim().toLowerCase().maxLength(60).optional(),
})

export const deactivationValidator = vine.create({ reason: vine.string().trim().minLength(1).maxLength(500) })
