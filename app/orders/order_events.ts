import { defineEvent } from '#app/platform/events'

export const OrderCreated = defineEvent<{
  number: number
  kind: string
  leadId: string | null
  customerId: string | null
}>('order.created')

export const OrderCancelled = defineEvent<{
  number: number
  leadId: string | null
  reason: string
}>('order.cancelled')

export const OrderFinished = defineEvent<{ number: number; leadId: string | null }>('order.finished')
