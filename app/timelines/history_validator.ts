import vine from '@vinejs/vine'
import { cursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { dayRule } from '#app/platform/day_rule'

export const historyFiltersValidator = vine.create({
  kind: vine
    .string()
    .maxLength(60)
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional(),
  person: vine.string().uuid().optional(),
  field: vine
    .string()
    .maxLength(40)
    .regex(/^[a-zA-Z]+$/)
    .optional(),
  from: dayRule().optional(),
  until: dayRule().optional(),
  after: cursorRule().optional(),
  limit: pageSizeRule().optional(),
})

export const restorationValidator = vine.create({
  entryId: vine.string().uuid(),
  field: vine
    .string()
    .maxLength(40)
    .regex(/^[a-zA-Z]+$/),
  /** What the field said when its earlier value was asked for. */
  seen: vine.string().maxLength(10_000).nullable(),
})
