import { DateTime } from 'luxon'
import vine from '@vinejs/vine'

const isADay = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !DateTime.fromISO(value).isValid)
    field.report('Give a day of the calendar, like 2026-11-24.', 'day', field)
})

export const dayRule = () =>
  vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .use(isADay())
