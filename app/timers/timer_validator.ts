import vine from '@vinejs/vine'

export const TIMER_VIEWS = ['waiting', 'recurring', 'over'] as const

export const timersValidator = vine.create({ show: vine.enum(TIMER_VIEWS).optional() })
