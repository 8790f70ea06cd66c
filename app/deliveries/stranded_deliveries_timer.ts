import { DateTime } from 'luxon'
import { CLAIM } from '#app/platform/sending/posting'
import { Current, SYSTEM } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'
import { DeliveryAttempt } from '#app/deliveries/delivery_attempt'
import Delivery from '#app/deliveries/delivery'

const TOGETHER = 500

/** Looks after deliveries whose sender died in the middle. */
export default class StrandedDeliveriesTimer extends Timer {
  static timer = 'stranded_deliveries'
  static purpose = 'Looks after mails whose sender may have died'
  static cron = '* * * * *'

  async handle() {
    const stranded = await Delivery.query({ connection: 'system' })
      .where('state', 'sending')
      .where('claimedAt', '<', DateTime.utc().minus(CLAIM).toISO())
      .select('id', 'tenantId', 'attempts')
      .orderBy('claimedAt')
      .limit(TOGETHER)
    for (const { id, tenantId, attempts } of stranded)
      await Current.run({ tenantId, actor: SYSTEM }, async () =>
        new DeliveryAttempt(await Delivery.findOrFail(id)).abandon(attempts)
      )
  }
}
