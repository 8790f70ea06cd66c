import vine from '@vinejs/vine'
import { orderedCursorRule } from '#app/platform/database/cursor'

export const TIMER_VIEWS = ['waiting', 'recurring', 'over'] as const

export const timersValidator = vine.create({
  show: vine.enum(TIMER_VIEWS).optional(),
  after: orderedCursorRule().optional(),
})
