import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/cursor'
import { CATEGORIES, type Category } from '#app/audit/audit_catalogue'

const isADay = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !DateTime.fromISO(value).isValid)
    field.report('Give a day of the calendar, like 2026-11-24.', 'day', field)
})
const day = () =>
  vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .use(isADay())

const filters = () => ({
  category: vine.enum(Object.keys(CATEGORIES) as Category[]).optional(),
  person: vine.string().uuid().optional(),
  record: vine.string().uuid().optional(),
  ip: vine.string().trim().toLowerCase().ipAddress().optional(),
  failed: vine.boolean().optional(),
  impersonated: vine.boolean().optional(),
  from: day().optional(),
  until: day().optional(),
})

export const auditFiltersValidator = vine.create({ ...filters(), after: cursorRule().optional() })

export const auditExportValidator = vine.create({
  ...filters(),
  format: vine.enum(['csv', 'jsonl']),
})

export const operatorLogValidator = vine.create({ after: cursorRule().optional() })
