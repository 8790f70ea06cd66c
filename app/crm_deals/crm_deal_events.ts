import { defineEvent } from '#app/platform/events/events'

/** Something has become of a request that its deal in the system outside is to follow. */
export const CrmDealDue = defineEvent<{ leadId: string }>('crm_deal.due')
/** The deal of a request outside has ended, and somebody wants another. */
export const CrmDealRenewed = defineEvent<{ leadId: string }>('crm_deal.renewed', { audited: true })
/** The request is to be no deal outside any more. */
export const CrmDealSetApart = defineEvent<{ leadId: string }>('crm_deal.set_apart', { audited: true })
/** Requests become deals from now on, or others than before. */
export const CrmDealsPlanned = defineEvent<{ pipeline: string; withNotes: boolean }>(
  'crm_connection.deals_planned',
  { audited: true }
)
export const CrmDealsEnded = defineEvent('crm_connection.deals_ended', { audited: true })
