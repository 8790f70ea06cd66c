import type { RecordedEvent } from '#app/platform/events/events'
import StickerReport from '#app/qr_codes/sticker_report'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import { thoseWho } from '#app/notification_preferences/wishes'
import type { Mail } from '#app/notifications/mails'
import { asRecipient, office } from '#app/notifications/readers'

type Suspicion = RecordedEvent<{ code: string }>

const readers = async () => (await office()).filter((user) => user.may('read', 'qr_codes'))

// Of the report that began it: those that follow stand on the page of the code.
async function commentOn({ subject }: Suspicion) {
  const [first] = (await StickerReport.openOf(subject)).slice(-1)
  return first?.comment ?? null
}

/** Somebody thinks that a sticker is not ours: told to those who see codes. */
export async function stickerNotice(event: Suspicion) {
  return {
    subject: { type: 'qr_code', id: event.subject.id },
    to: await readers(),
    title: `Somebody reports the sticker ${event.data.code}: it looks tampered with`,
    body: await commentOn(event),
  }
}

export async function stickerMails(event: Suspicion, tenant: Tenant): Promise<Mail[]> {
  const { code } = event.data
  const wanting = await thoseWho(await readers(), 'qr_code.suspected', 'mail')
  const to = wanting.map(asRecipient)
  const letter = {
    subject: `The sticker ${code} may have been tampered with`,
    greeting: `Somebody who scanned the sticker ${code} reports that it looks tampered with.`,
    quote: (await commentOn(event)) ?? undefined,
    paragraphs: [
      'Look at it, or ask the customer to: does it show the code and the words that the page shows? Another sticker over yours leads people elsewhere.',
      'The code is marked until somebody clears it on its page.',
    ],
    action: { label: 'Open the code', url: deskUrl(tenant, `/qr_codes/${event.subject.id}`) },
  }
  return to.length > 0 ? [{ kind: 'qr_code_suspected', version: 1, to, letter }] : []
}
