import { defineEvent } from '#app/platform/events/events'

export type Resolution = 'arrived' | 'sent_again'
type About = { kind: string; channel: string }

export const DeliveryQueued = defineEvent<About & { resendOf: string | null }>('delivery.queued')
export const DeliverySent = defineEvent<About>('delivery.sent')
export const DeliveryFailed = defineEvent<About & { error: string }>('delivery.failed')
/** Nobody knew whether it had arrived: a person has said so, or sent it again. */
export const DeliveryResolved = defineEvent<About & { resolution: Resolution }>('delivery.resolved', {
  audited: true,
})
export const DeliveryUnknown = defineEvent<About>('delivery.unknown')
