import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/cursor'
import { DELIVERY_STATES } from '#app/notifications/delivery'

export const inboxValidator = vine.create({
  unread: vine.boolean().optional(),
  after: cursorRule().optional(),
})

export const deliveryFiltersValidator = vine.create({
  state: vine.enum(DELIVERY_STATES).optional(),
  recipient: vine.string().trim().toLowerCase().maxLength(254).optional(),
  after: cursorRule().optional(),
})

export const readingValidator = vine.create({ notificationId: vine.string().uuid() })
