import { DateTime } from 'luxon'
import type { RecordedEvent } from '#app/platform/events/events'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import Impersonation from '#app/impersonations/impersonation'
import type { Mail } from '#app/notifications/mails'
import { asRecipient } from '#app/notifications/readers'
import User from '#app/identity/user'

const administrators = () => User.active().where('role', 'admin').orderBy('id')

export const toAdministrators = async () => (await administrators()).map(asRecipient)

const visitBehind = ({ subject }: RecordedEvent) =>
  Impersonation.query().where('id', subject.id).preload('user').firstOrFail()

/** Support has entered: told to those who may end it, and to the person as whom it did. */
export async function visitNotice(event: RecordedEvent) {
  const { id, user, superUserName, reason } = await visitBehind(event)
  const others = (await administrators()).filter((admin) => admin.id !== user.id)
  return {
    subject: { type: 'impersonation', id },
    to: [user, ...others].sort((one, other) => one.id.localeCompare(other.id)),
    title: `${superUserName} from support entered as ${user.name}`,
    body: reason,
  }
}

export async function visitMail(event: RecordedEvent, tenant: Tenant): Promise<Mail> {
  const { user, superUserName, reason, endsAt } = await visitBehind(event)
  const end = endsAt.setZone(tenant.timeZone).setLocale(tenant.locale)
  return {
    kind: 'support_entered',
    version: 1,
    to: await toAdministrators(),
    letter: {
      subject: `Support has entered ${tenant.name} as ${user.name}`,
      greeting: `${superUserName} from support works in ${tenant.name} as ${user.name} now.`,
      paragraphs: [
        `This ends by itself at ${end.toLocaleString(DateTime.TIME_SIMPLE)} at the latest, and you can end it at any time under Settings, Support access. All that is done stands in the audit log.`,
      ],
      quote: reason,
      action: {
        label: 'Open the audit log',
        url: deskUrl(tenant, '/settings/audit?impersonated=true'),
      },
    },
  }
}
