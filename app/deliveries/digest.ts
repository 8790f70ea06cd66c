import { DateTime } from 'luxon'
import { renderLetter } from '#app/platform/sending/letter'
import { letterheadOf } from '#app/tenancy/letterhead'
import type { Sending } from '#app/deliveries/channel'
import { inboxUrl } from '#app/tenancy/desk_url'
import type Delivery from '#app/deliveries/delivery'

/** Several messages as one: each with its time, by the reader's clock, and the way to what it is about. */
export async function digestOf(held: Delivery[], { company, timeZone }: Sending) {
  const inbox = inboxUrl(company)
  const at = (moment: DateTime) =>
    moment.setZone(timeZone).setLocale(company.locale).toLocaleString(DateTime.DATETIME_MED)
  const letter = {
    subject: `${held.length} notifications from ${company.name}`,
    greeting: `${held.length} things happened since ${at(held[0].createdAt)}.`,
    paragraphs: [],
    entries: held.map(({ subject, url, createdAt }) => ({
      title: subject,
      url: url ?? inbox,
      at: at(createdAt),
    })),
    action: { label: 'Open your notifications', url: inbox },
  }
  return { ...(await renderLetter(letter, letterheadOf(company))), url: inbox }
}
