import { DateTime } from 'luxon'
import type { RecordedEvent } from '#app/platform/events/events'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import type { Mail } from '#app/notifications/mails'
import { toAdministrators } from '#app/notifications/visit_words'

type Use = { userId: string; reason: string }

/** Somebody has entered past the company's issuer: every administrator hears of it, whoever it was. */
export async function breakGlassMail(event: RecordedEvent<Use>, tenant: Tenant): Promise<Mail> {
  const { actor, data, occurredAt } = event
  const at = occurredAt.setZone(tenant.timeZone).setLocale(tenant.locale)
  return {
    kind: 'break_glass_used',
    version: 1,
    to: await toAdministrators(),
    letter: {
      subject: `${actor.name} entered ${tenant.name} without single sign-on`,
      greeting: `${actor.name} has entered ${tenant.name} past your identity provider, with credentials of their own.`,
      paragraphs: [
        'That is meant for the day on which your identity provider is down. If it works, or nobody knows of this, deactivate the person and sign them out now.',
      ],
      quote: data.reason,
      facts: [['When', at.toLocaleString(DateTime.DATETIME_MED)]],
      action: {
        label: 'Open the audit log',
        url: deskUrl(tenant, '/settings/audit?category=single_sign_on'),
      },
    },
  }
}
