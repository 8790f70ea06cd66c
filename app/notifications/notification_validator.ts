import vine from '@vinejs/vine'
import { cursorRule, orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { DELIVERY_STATES } from '#app/deliveries/delivery'
import { BOXES } from '#app/notifications/notification'
import { SNOOZE_NAMES } from '#app/notifications/snooze_time'

export const inboxValidator = vine.create({
  box: vine.enum(BOXES).optional(),
  unread: vine.boolean().optional(),
  sort: vine.enum(['-createdAt', 'createdAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

/** One of three: a choice by name, a date with a time on the person's clock, or a moment. */
export const snoozeValidator = vine.create({
  preset: vine.enum(SNOOZE_NAMES).optional(),
  until: vine
    .string()
    .maxLength(40)
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/)
    .optional(),
  date: vine
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
  time: vine
    .string()
    .regex(/^\d\d:\d\d$/)
    .optional(),
})

/** Which mark-all is taken back. */
export const readingUndoValidator = vine.create({
  readAt: vine
    .string()
    .maxLength(40)
    .regex(/^[\dTZ:.-]+$/),
})

export const deliveryFiltersValidator = vine.create({
  state: vine.enum(DELIVERY_STATES).optional(),
  recipient: vine.string().trim().toLowerCase().maxLength(254).optional(),
  after: cursorRule().optional(),
})
