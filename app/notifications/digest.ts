import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { mountFor } from '#app/platform/mount'
import { renderLetter } from '#app/platform/letter'
import { letterheadOf } from '#app/notifications/letterhead'
import type Tenant from '#app/tenancy/tenant'
import type Delivery from '#app/notifications/delivery'

/** Several messages as one: each with its time, by the reader's clock, and the way to what it is about. */
export async function digestOf(held: Delivery[], { tenant, timeZone }: { tenant: Tenant; timeZone: string }) {
  const inbox = `${appUrl}${mountFor(tenant.slug)}/notifications`
  const at = (moment: DateTime) =>
    moment.setZone(timeZone).setLocale(tenant.locale).toLocaleString(DateTime.DATETIME_MED)
  const letter = {
    subject: `${held.length} notifications from ${tenant.name}`,
    greeting: `${held.length} things happened since ${at(held[0].createdAt)}.`,
    paragraphs: [],
    entries: held.map(({ subject, url, createdAt }) => ({
      title: subject,
      url: url ?? inbox,
      at: at(createdAt),
    })),
    action: { label: 'Open your notifications', url: inbox },
  }
  return { ...(await renderLetter(letter, letterheadOf(tenant))), url: inbox }
}
