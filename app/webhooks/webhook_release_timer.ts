import { Timer } from '#app/platform/timers/timers'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'

/** Lets go what waits for an endpoint: one that tries it, or the next of a backlog. */
export default class WebhookReleaseTimer extends Timer<{ tenantId: string; endpointId: string }> {
  static timer = 'webhook_release'
  static purpose = 'Sends what waits for a webhook endpoint'
  static isInternal = true

  async handle({ endpointId }: { tenantId: string; endpointId: string }) {
    await (await WebhookEndpoint.find(endpointId))?.health.release()
  }
}
