import { defineEvent } from '#app/platform/events'

export const LeadCreated = defineEvent<{
  number: number
  source: string
  customerId: string | null
  qrCodeId: string | null
  leadFlowVersionId: string | null
}>('lead.created')

export const LeadCancelled = defineEvent<{ number: number; from: string }>('lead.cancelled')
