import { Worker } from '#app/platform/events/worker'
import { TenantReactivated } from '#app/tenancy/tenant_events'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'

/** A company is open again: what came to its turn while it was closed goes now. */
export default class WebhookResumptionWorker extends Worker {
  static queue = 'webhooks'
  static companiesWith = 'webhook_endpoints'
  static subscribes = [TenantReactivated]

  async handle() {
    for (const endpoint of await WebhookEndpoint.inOrder()) {
      await WebhookDelivery.holdOverdue(endpoint.id)
      await endpoint.health.release()
    }
  }
}
