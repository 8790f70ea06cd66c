import { defineEvent } from '#app/platform/events/events'

/** Names what is another; the hours themselves stand in the settings. */
export const BookingsRuled = defineEvent<{ changed: string[] }>('tenant.bookings_ruled', { audited: true })
