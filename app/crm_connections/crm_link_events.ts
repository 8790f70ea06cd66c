import { defineEvent } from '#app/platform/events/events'

/** The record of a customer outside has ended, and somebody wants another. */
export const CrmLinkRenewed = defineEvent<{ customerId: string }>('crm_link.renewed', { audited: true })
/** The customer is not written outside any more. */
export const CrmLinkSetApart = defineEvent<{ customerId: string }>('crm_link.set_apart', { audited: true })
