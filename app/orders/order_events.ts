import { defineEvent } from '#app/platform/events/events'
import type { ExportFacts } from '#app/exports/csv_export'

export const OrderCreated = defineEvent<{
  number: number
  kind: string
  leadId: string | null
  customerId: string | null
}>('order.created')

/** Names what changed. */
export const OrderUpdated = defineEvent<{ number: number; leadId: string | null; fields: string[] }>(
  'order.updated'
)

export const OrderCancelled = defineEvent<{
  number: number
  leadId: string | null
  reason: string
}>('order.cancelled')

export const OrderFinished = defineEvent<{ number: number; leadId: string | null }>('order.finished')

export const OrdersExported = defineEvent<ExportFacts>('orders.exported', { audited: true })
