import { Timer } from '#app/platform/timers'
import Delivery from '#app/notifications/delivery'

type Watch = { tenantId: string; deliveryId: string; attempt: number }

/** Looks after a claimed delivery whose sender may have died in the middle. */
export default class DeliveryWatchTimer extends Timer<Watch> {
  static timer = 'delivery_watch'

  async handle({ deliveryId, attempt }: Watch) {
    await (await Delivery.findOrFail(deliveryId)).abandon(attempt)
  }
}
