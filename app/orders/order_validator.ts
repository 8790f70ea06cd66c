import vine from '@vinejs/vine'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { limited } from '#app/access/field_rules'
import type { Writing } from '#app/access/fields'
import ArrivalWindow from '#app/orders/arrival_window'
import { ORDER_STATUSES } from '#app/orders/order'

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

type Asked = { date?: string; from?: string; to?: string }

const canBePromised = vine.createRule((_, __, field) => {
  const { date, from, to } = field.parent as Asked
  const isWhole = date && from && to && CLOCK_TIME.test(from) && CLOCK_TIME.test(to)
  const problem = isWhole && ArrivalWindow.on(date, from, to, field.meta.timeZone).problem
  if (problem && problem.field === field.name) field.report(problem.message, 'arrivalWindow', field)
})

/** An arrival window, by the clock of the company's time zone. */
const plan = {
  date: vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .use(canBePromised()),
  from: vine.string().regex(CLOCK_TIME).use(canBePromised()),
  to: vine.string().regex(CLOCK_TIME).use(canBePromised()),
  assigneeId: vine.string().uuid().nullable(),
  ...limited('orders', { note: vine.string().trim().maxLength(1000).nullable() }),
}

export const visitPlanValidator = vine.withMetaData<{ timeZone: string; writing: Writing }>().create(plan)

export const orderSiteValidator = vine.create({ siteId: vine.string().uuid().nullable() })

const filters = () => ({ status: vine.enum(ORDER_STATUSES).optional() })

export const orderExportValidator = vine.create(filters())

export const orderFiltersValidator = vine.create({
  ...filters(),
  sort: vine.enum(['-createdAt', 'createdAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

export const cancellationValidator = vine.create({ reason: vine.string().trim().minLength(1).maxLength(500) })
