import { Current } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { OFFERED } from '#app/webhooks/offered_events'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import { payloadOf } from '#app/webhooks/webhook_payload'

/** Owes what has happened to each endpoint of the company that hears it. */
export default class WebhookWorker extends Worker {
  static queue = 'webhooks'
  static companiesWith = 'webhook_endpoints'
  static askedIn = { names: 'events', since: 'hears_since' }
  static subscribes = OFFERED

  async handle(event: RecordedEvent) {
    const endpoints = await Current.remembered('webhook endpoints', async () => [
      ...(await WebhookEndpoint.inOrder()),
    ])
    const hearing = endpoints.filter((one) => one.wantsToHearOf(event))
    for (const { id } of hearing)
      await WebhookDelivery.owe(id, { eventId: event.id, event: event.name, payload: payloadOf(event) })
  }
}
