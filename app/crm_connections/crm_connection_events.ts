import { defineEvent } from '#app/platform/events/events'

export const CrmConnected = defineEvent<{ adapter: string }>('crm_connection.connected', { audited: true })
export const CrmDisconnected = defineEvent<{ adapter: string }>('crm_connection.disconnected', {
  audited: true,
})
