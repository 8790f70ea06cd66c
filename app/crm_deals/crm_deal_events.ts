import { defineEvent } from '#app/platform/events/events'

/** Something has become of a request that its deal in the system outside is to follow. */
export const CrmDealDue = defineEvent<{ leadId: string }>('crm_deal.due')
/** Requests become deals from now on, or others than before. */
export const CrmDealsPlanned = defineEvent<{ pipeline: string; withNotes: boolean }>(
  'crm_connection.deals_planned',
  { audited: true }
)
export const CrmDealsEnded = defineEvent('crm_connection.deals_ended', { audited: true })
