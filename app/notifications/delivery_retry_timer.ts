import { Timer } from '#app/platform/timers'
import Delivery from '#app/notifications/delivery'

/** Its wait is over: it takes its turn again. */
export default class DeliveryRetryTimer extends Timer<{ tenantId: string; deliveryId: string }> {
  static timer = 'delivery_retry'

  async handle({ deliveryId }: { tenantId: string; deliveryId: string }) {
    await (await Delivery.findOrFail(deliveryId)).askForTurn()
  }
}
