import { DateTime } from 'luxon'
import { Timer } from '#app/platform/timers/timers'
import type { DeliveryChannel } from '#app/deliveries/delivery'
import { HeldDeliveries } from '#app/deliveries/held_deliveries'

type Due = { tenantId: string; userId: string; channel: string; until: number }

/** Quiet hours or an interval are over. */
export default class HeldDeliveriesTimer extends Timer<Due> {
  static timer = 'held_deliveries'
  static purpose = 'Sends what was held in quiet hours, and what was gathered'

  async handle({ userId, channel, until }: Due) {
    await new HeldDeliveries(userId, channel as DeliveryChannel, DateTime.fromMillis(until)).release()
  }
}
