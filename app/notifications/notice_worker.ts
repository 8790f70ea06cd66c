import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'
import type { NoticeChannel, Notice } from '#app/deliveries/channel'
import { noticeChannels } from '#app/deliveries/channels'
import Delivery from '#app/deliveries/delivery'
import { deskUrl, inboxUrl } from '#app/tenancy/desk_url'
import { NOTICED, noticeOf } from '#app/notifications/notices'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import Pace from '#app/notification_preferences/pace'
import { thoseWho } from '#app/notification_preferences/wishes'
import type { KindName } from '#app/notification_preferences/notification_kinds'

/** Turns what people are told in the product into what is owed to them elsewhere. */
export default class NoticeWorker extends Worker {
  static queue = 'notifications'
  static subscribes = NOTICED

  async handle(event: RecordedEvent) {
    const told = await noticeOf(event)
    if (!told) return
    const company = await Tenant.current()
    const { title, subject } = told
    const body = 'body' in told ? (told.body ?? null) : null
    const page = PAGES[subject.type as keyof typeof PAGES]
    const url = page ? deskUrl(company, `${page}/${subject.id}`) : inboxUrl(company)
    const others = told.to.filter(({ id }) => id !== event.actor.id)
    for (const channel of noticeChannels) {
      for (const user of await thoseWho(others, event.name as KindName, channel.name))
        await owe(event, { title, body, url }, { channel, user, company })
    }
  }
}

/** Where that which is told of stands; anything else is looked for in the inbox. */
const PAGES = { lead: '/leads', qr_code: '/qr_codes' }

type To = { channel: NoticeChannel; user: User; company: Tenant }

async function owe({ id: eventId, name }: RecordedEvent, notice: Notice, { channel, user, company }: To) {
  const addresses = await channel.addressesOf(user)
  if (addresses.length === 0) return
  const { timeZone } = await NotificationRhythm.of(user)
  const content = await channel.write(notice, { company, timeZone })
  const hold = await Pace.holdOf(user, channel.name, name as KindName)
  for (const { address, name: recipientName } of addresses) {
    const recipient = { kind: 'user' as const, id: user.id, name: recipientName, address }
    await Delivery.queue(
      { eventId, channel: channel.name, kind: name, templateVersion: 1, recipient, link: null, ...content },
      hold
    )
  }
}
