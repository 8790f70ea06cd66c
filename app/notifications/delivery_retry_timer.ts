import { Timer } from '#app/platform/timers'
import Delivery from '#app/notifications/delivery'

/** Its wait is over: it takes its turn again. */
export default class DeliveryRetryTimer extends Timer<{ tenantId: string; deliveryId: string }> {
  static timer = 'delivery_retry'
  static purpose = 'Sends a mail again that could not be sent'

  async handle({ deliveryId }: { tenantId: string; deliveryId: string }) {
    await (await Delivery.findOrFail(deliveryId)).askForTurn()
  }
}
