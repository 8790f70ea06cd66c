import { Timer } from '#app/platform/timers/timers'
import Delivery from '#app/deliveries/delivery'

const TAKEN_BACK = { code: 'E_TAKEN_BACK', error: 'Somebody decided not to try again' }

/** Its wait is over: it takes its turn again. */
export default class DeliveryRetryTimer extends Timer<{ tenantId: string; deliveryId: string }> {
  static timer = 'delivery_retry'
  static purpose = 'Sends a mail again that could not be sent'
  static isCancellable = true

  async handle({ deliveryId }: { tenantId: string; deliveryId: string }) {
    await (await Delivery.findOrFail(deliveryId)).askForTurn()
  }

  async cancelled({ deliveryId }: { deliveryId: string }) {
    await (await Delivery.findOrFail(deliveryId)).decline(TAKEN_BACK)
  }
}
