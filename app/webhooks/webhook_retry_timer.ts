import { Timer } from '#app/platform/timers/timers'
import WebhookDelivery from '#app/webhooks/webhook_delivery'

/** Its wait is over: it takes its turn again. */
export default class WebhookRetryTimer extends Timer<{ tenantId: string; deliveryId: string }> {
  static timer = 'webhook_retry'
  static purpose = 'Sends a webhook again that its endpoint did not take'
  // The log of the endpoint shows when each one goes again.
  static isInternal = true

  async handle({ deliveryId }: { tenantId: string; deliveryId: string }) {
    const delivery = await WebhookDelivery.find(deliveryId)
    if (delivery?.state === 'queued') delivery.askForTurn()
  }
}
