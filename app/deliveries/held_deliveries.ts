import { type DateTime } from 'luxon'
import User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import Delivery, { RECIPIENT_GONE, type DeliveryChannel } from '#app/deliveries/delivery'
import { channels } from '#app/deliveries/channels'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import Pace from '#app/notification_preferences/pace'

/** What waits for one person on one channel, and is due at the same moment. */
export class HeldDeliveries {
  constructor(
    private userId: string,
    private channel: DeliveryChannel,
    private until: DateTime
  ) {}

  static waiting(userId: string, channel: DeliveryChannel) {
    return Delivery.query()
      .where({ recipientId: userId, channel, state: 'queued', attempts: 0 })
      .whereColumn('next_try_at', 'held_until')
  }

  /** Sends them, as one message to each address; all of it in the caller's unit, so it happens once or not yet. */
  async release() {
    const user = await User.find(this.userId)
    if (!user) return
    const pace = await Pace.lock(user, this.channel)
    const due = await HeldDeliveries.waiting(this.userId, this.channel)
      .where('heldUntil', '<=', this.until.toISO()!)
      .orderBy('id')
    if (due.length === 0) return
    if (user.deactivatedAt) {
      for (const delivery of due) await delivery.decline(RECIPIENT_GONE)
    } else {
      const byAddress = Map.groupBy(due, ({ recipient }) => recipient)
      for (const held of byAddress.values()) await this.#send(held, user)
      await pace.begin(await NotificationRhythm.of(user), this.until)
    }
  }

  async #send(held: Delivery[], user: User) {
    if (held.length === 1) {
      await held[0].letGo()
    } else {
      const { timeZone } = await NotificationRhythm.of(user)
      const company = await Tenant.current()
      const { eventId, recipient: address, recipientName } = held.at(-1)!
      const digest = await Delivery.queue(
        {
          eventId,
          channel: this.channel,
          kind: 'digest',
          templateVersion: 1,
          recipient: { kind: 'user', id: user.id, name: recipientName ?? user.name, address },
          ...(await channels[this.channel].gather(held, { company, timeZone })),
          link: null,
        },
        null
      )
      for (const delivery of held) await delivery.gather(digest)
    }
  }
}
