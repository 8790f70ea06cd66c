import { defineEvent } from '#app/platform/events'

type About = { kind: string; channel: string }

export const DeliveryQueued = defineEvent<About & { resendOf: string | null }>('delivery.queued')
export const DeliverySent = defineEvent<About>('delivery.sent')
export const DeliveryFailed = defineEvent<About & { error: string }>('delivery.failed')
export const DeliveryUnknown = defineEvent<About>('delivery.unknown')
