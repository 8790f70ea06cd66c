import { defineEvent } from '#app/platform/events/events'

/** The record of a customer outside has ended, and somebody wants another. */
export const CrmLinkRenewed = defineEvent<{ customerId: string }>('crm_link.renewed', { audited: true })
/** The customer is not written outside any more. */
export const CrmLinkSetApart = defineEvent<{ customerId: string }>('crm_link.set_apart', { audited: true })
/** Somebody has changed the customer's record outside. */
export const CrmLinkChanged = defineEvent<{ customerId: string }>('crm_link.changed_there')
/** Where requests become deals: a customer who had no record outside has one, or is known to have none. */
export const CrmLinkSettled = defineEvent<{ customerId: string }>('crm_link.settled')
export const CrmConflictResolved = defineEvent<{ customerId: string; field: string; choice: string }>(
  'crm_conflict.resolved'
)
