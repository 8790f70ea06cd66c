import { appUrl } from '#config/app'
import { Worker } from '#app/platform/worker'
import type { RecordedEvent } from '#app/platform/events'
import Tenant from '#app/tenancy/tenant'
import Delivery from '#app/notifications/delivery'
import { SCENARIOS } from '#app/notifications/mails'
import { renderLetter } from '#app/platform/letter'
import { displayPhone } from '#app/platform/phone'

/** Turns what has happened into mails that are owed. */
export default class MailWorker extends Worker {
  static queue = 'notifications'
  static subscribes = SCENARIOS.map(({ event }) => event)

  async handle(event: RecordedEvent) {
    const tenant = await Tenant.current()
    const mails = await SCENARIOS.find((one) => one.event.is(event))!.compose(event as never, tenant)
    for (const { kind, version, to, letter, link = null } of mails) {
      const body = await renderLetter(letter, senderOf(tenant))
      for (const recipient of to) {
        await Delivery.queue({ eventId: event.id, kind, templateVersion: version, recipient, link, ...body })
      }
    }
  }
}

function senderOf({ name, brandColor, phone, country, website, logoUrl }: Tenant) {
  const shown = {
    displayPhone: phone && displayPhone(phone, country),
    logoUrl: logoUrl && `${appUrl}${logoUrl}`,
  }
  return { name, brandColor, phone, website, ...shown }
}
