import vine from '@vinejs/vine'
import { cursorRule, orderedCursorRule, pageSizeRule } from '#app/platform/cursor'
import { DELIVERY_STATES } from '#app/notifications/delivery'

export const inboxValidator = vine.create({
  unread: vine.boolean().optional(),
  sort: vine.enum(['-createdAt', 'createdAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

export const deliveryFiltersValidator = vine.create({
  state: vine.enum(DELIVERY_STATES).optional(),
  recipient: vine.string().trim().toLowerCase().maxLength(254).optional(),
  after: cursorRule().optional(),
})
