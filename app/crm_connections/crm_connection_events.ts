import { defineEvent } from '#app/platform/events/events'

export const CrmConnected = defineEvent<{ adapter: string }>('crm_connection.connected', { audited: true })
export const CrmDisconnected = defineEvent<{ adapter: string }>('crm_connection.disconnected', {
  audited: true,
})
/** The system lets us in no more: customers wait until somebody connects it again. */
export const CrmConnectionLost = defineEvent<{ adapter: string }>('crm_connection.lost', { audited: true })
/** What becomes of people who are new there. */
export const CrmNewcomersRuled = defineEvent<{ rule: string }>('crm_connection.newcomers_ruled', {
  audited: true,
})
/** Which customers are companies there too. */
export const CrmFirmsRuled = defineEvent<{ rule: string }>('crm_connection.firms_ruled', { audited: true })
/** All of them who wait are to be customers here. */
export const CrmNewcomersWanted = defineEvent('crm_connection.newcomers_wanted', { audited: true })
/** Which of our fields is which of theirs has changed. */
export const CrmFieldsMapped = defineEvent<{ fields: string[] }>('crm_connection.fields_mapped', {
  audited: true,
})
