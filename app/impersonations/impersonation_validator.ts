import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'
import { SUPPORT_ACCESS_RULES } from '#app/tenancy/tenant'

export const DURATIONS = [15, 30, 60] as const

export const impersonationValidator = vine.create({
  userId: vine.string().uuid(),
  reason: vine.string().trim().minLength(10).maxLength(500),
  minutes: vine.number().in([...DURATIONS]),
})

export const memberSearchValidator = vine.create({
  search: vine.string().trim().maxLength(100).optional(),
})

export const supportAccessValidator = vine.create({ rule: vine.enum(SUPPORT_ACCESS_RULES) })

export const visitsValidator = vine.create({ after: cursorRule().optional() })
