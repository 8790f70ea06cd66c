import { defineEvent } from '#app/platform/events/events'

type Why = { reason: 'bounced' | 'complained' }

export const BlockedAddressCreated = defineEvent<Why & { deliveryId: string }>('blocked_address.created')
export const BlockedAddressCleared = defineEvent<Why>('blocked_address.cleared')
