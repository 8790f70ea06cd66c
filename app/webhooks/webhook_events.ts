import { defineEvent } from '#app/platform/events/events'

/** Why nothing goes to an endpoint: somebody said so, it had been failing for days, or it answered that it is gone. */
export type PauseReason = 'by_hand' | 'failing' | 'gone'
/** The host alone: the rest of an address may let somebody in. */
type About = { host: string }

export const WebhookEndpointCreated = defineEvent<About & { events: string[] | null }>(
  'webhook_endpoint.created',
  { audited: true }
)
export const WebhookEndpointUpdated = defineEvent<About & { fields: string[] }>('webhook_endpoint.updated', {
  audited: true,
})
export const WebhookEndpointDeleted = defineEvent<About>('webhook_endpoint.deleted', { audited: true })
export const WebhookSecretRotated = defineEvent<About>('webhook_endpoint.secret_rotated', { audited: true })
export const WebhookEndpointPaused = defineEvent<About & { reason: PauseReason }>('webhook_endpoint.paused', {
  audited: true,
})
export const WebhookEndpointResumed = defineEvent<About>('webhook_endpoint.resumed', { audited: true })
/** Somebody had deliveries sent once more: one of them, or all that had failed. */
export const WebhooksResent = defineEvent<About & { count: number }>('webhook_endpoint.resent', {
  audited: true,
})
