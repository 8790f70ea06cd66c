import { defineEvent } from '#app/platform/events/events'
import type { ExportFacts } from '#app/exports/csv_export'

export const LeadCreated = defineEvent<{
  number: number
  source: string
  customerId: string | null
  qrCodeId: string | null
  leadFlowVersionId: string | null
}>('lead.created')

/** Names what changed; what it said and says stays in the history and does not travel. */
export const LeadUpdated = defineEvent<{ number: number; fields: string[] }>('lead.updated')

export const LeadCancelled = defineEvent<{ number: number; from: string }>('lead.cancelled')

export const LeadAssigned = defineEvent<{
  number: number
  assigneeId: string | null
  previousId: string | null
}>('lead.assigned')

export const LeadGiven = defineEvent<{
  number: number
  teamId: string | null
  teamName: string | null
  previousId: string | null
}>('lead.given')

export const LeadStarted = defineEvent<{ number: number; from: string }>('lead.started')

export const LeadLost = defineEvent<{ number: number; from: string; reason: string }>('lead.lost')

export const LeadConverted = defineEvent<{
  number: number
  orderId: string
  orderNumber: number
  visitId: string
  startsAt: string
  endsAt: string
}>('lead.converted')

export const LeadWindowHeld = defineEvent<{
  number: number
  startsAt: string
  endsAt: string
  heldUntil: string
}>('lead.window_held')

export const LeadsExported = defineEvent<ExportFacts>('leads.exported', { audited: true })
