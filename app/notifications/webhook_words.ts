import type { RecordedEvent } from '#app/platform/events/events'
import type Tenant from '#app/tenancy/tenant'
import { deskUrl } from '#app/tenancy/desk_url'
import { thoseWho } from '#app/notification_preferences/wishes'
import type { Mail } from '#app/notifications/mails'
import { asRecipient, people } from '#app/notifications/readers'
import type { PauseReason } from '#app/webhooks/webhook_events'

const REASONS = {
  failing: 'It has taken nothing for three days.',
  gone: 'It answered that it is gone for good (410).',
}

/** Nothing goes to an endpoint any more, and nobody had asked for that. */
export async function webhookPausedMails(
  { data, subject }: RecordedEvent<{ host: string; reason: PauseReason }>,
  tenant: Tenant
): Promise<Mail[]> {
  if (data.reason === 'by_hand') return []
  const wanting = await thoseWho(await people().where('role', 'admin'), 'webhook_endpoint.paused', 'mail')
  const to = wanting.map(asRecipient)
  const letter = {
    subject: `Webhooks of ${tenant.name} to ${data.host} are paused`,
    greeting: `Latchkey has stopped sending webhooks of ${tenant.name} to ${data.host}.`,
    paragraphs: [
      REASONS[data.reason],
      'What happens from now on waits for 30 days. Mend the receiver, send it a test, and resume: then all that waited goes.',
    ],
    action: { label: 'Open the endpoint', url: deskUrl(tenant, `/settings/webhooks/${subject.id}`) },
  }
  return to.length > 0 ? [{ kind: 'webhook_endpoint_paused', version: 1, to, letter }] : []
}
