import { Current, SYSTEM } from '#app/platform/database/current'
import { push } from '#app/platform/sending/web_push'
import type { HandOver, Notice, NoticeChannel, Sending } from '#app/deliveries/channel'
import type Delivery from '#app/deliveries/delivery'
import { mailKindOf } from '#app/deliveries/mail_kinds'
import PushSubscription from '#app/deliveries/push_subscription'
import { inboxUrl } from '#app/tenancy/desk_url'
import type User from '#app/identity/user'

const NAMED = 3
const GONE = { code: 'E_PUSH_GONE', error: 'This device has been taken off the list' }

export const devicesOf = (user: User) =>
  Current.remembered(`devices of ${user.id}`, async () => [...(await PushSubscription.of(user))])

/** Browsers that show messages while no page is open (RFC 8030, 8291, 8292). */
export const pushChannel: NoticeChannel = {
  name: 'push',

  async addressesOf(user: User) {
    const devices = await devicesOf(user)
    return devices.map(({ id, label }) => ({ address: id, name: `${user.name}, ${label}` }))
  },

  async write({ title, body, url }: Notice) {
    return { subject: title, bodyHtml: '', bodyText: body ?? '', url }
  },

  async gather(held: Delivery[], { company }: Sending) {
    const titles = held.slice(-NAMED).map(({ subject }) => subject)
    const more = held.length - titles.length
    return {
      subject: `${held.length} notifications`,
      bodyHtml: '',
      bodyText: [...titles, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
      url: inboxUrl(company),
    }
  },

  async prepare(delivery: Delivery): Promise<HandOver> {
    const { tenantId, recipient, subject: title, bodyText: body, url, eventId, kind } = delivery
    const target = (await PushSubscription.find(recipient))?.opened
    if (!target) return async () => ({ state: 'failed', ...GONE })
    const urgency = mailKindOf(kind).priority === 'critical' ? 'high' : 'normal'
    return async () => {
      const outcome = await push({ title, body, url: url!, tag: eventId, urgency }, target)
      await Current.run({ tenantId, actor: SYSTEM }, async () =>
        (await PushSubscription.find(recipient))?.note(outcome)
      )
      return outcome
    }
  },
}
