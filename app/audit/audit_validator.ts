import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'
import { dayRule } from '#app/platform/day_rule'
import { CATEGORIES, type Category } from '#app/audit/audit_catalogue'

const filters = () => ({
  category: vine.enum(Object.keys(CATEGORIES) as Category[]).optional(),
  person: vine.string().uuid().optional(),
  record: vine.string().uuid().optional(),
  ip: vine.string().trim().toLowerCase().ipAddress().optional(),
  failed: vine.boolean().optional(),
  impersonated: vine.boolean().optional(),
  from: dayRule().optional(),
  until: dayRule().optional(),
})

export const auditFiltersValidator = vine.create({ ...filters(), after: cursorRule().optional() })

export const auditExportValidator = vine.create({
  ...filters(),
  format: vine.enum(['csv', 'jsonl']),
})

export const operatorLogValidator = vine.create({ after: cursorRule().optional() })
