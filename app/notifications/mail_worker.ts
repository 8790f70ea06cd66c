import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { Current } from '#app/platform/database/current'
import { letterheadOf } from '#app/tenancy/letterhead'
import Tenant from '#app/tenancy/tenant'
import Delivery from '#app/deliveries/delivery'
import type { DeliveryDraft } from '#app/deliveries/delivery_draft'
import { SCENARIOS } from '#app/notifications/mails'
import { KINDS, type KindName } from '#app/notification_preferences/notification_kinds'
import Pace from '#app/notification_preferences/pace'
import { renderLetter } from '#app/platform/sending/letter'

/** Turns what has happened into mails that are owed. */
export default class MailWorker extends Worker {
  static queue = 'notifications'
  static subscribes = SCENARIOS.map(({ event }) => event)

  async handle(event: RecordedEvent) {
    const tenant = await Tenant.current()
    const sender = await Current.remembered('letterhead', async () => letterheadOf(tenant))
    const mails = await SCENARIOS.find((one) => one.event.is(event))!.compose(event as never, tenant)
    for (const { kind, version, templateId, to, letter, link = null } of mails) {
      const body = await renderLetter(letter, sender)
      const url = link ? null : letter.action?.url
      for (const recipient of to) {
        const template = { templateVersion: version, templateId }
        const draft = { eventId: event.id, kind, ...template, recipient, link, url, ...body }
        await Delivery.queue(draft, await holdOf(event.name, recipient))
      }
    }
  }
}

/** Members have hours; customers, and those who are not members yet, wait for an answer. */
async function holdOf(eventName: string, { kind, id }: DeliveryDraft['recipient']) {
  return kind === 'user' && eventName in KINDS
    ? Pace.holdOf({ id: id! }, 'mail', eventName as KindName)
    : null
}
