import type { RecordedEvent } from '#app/platform/events/events'
import type { CrmName } from '#plugins/crm/contract'
import { crm } from '#plugins/crm/manager'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import { thoseWho } from '#app/notification_preferences/wishes'
import type { Mail } from '#app/notifications/mails'
import { asRecipient, people } from '#app/notifications/readers'

/** Customers wait from now on: told to those who can connect the system again. */
export async function crmLostMails(
  { data }: RecordedEvent<{ adapter: string }>,
  tenant: Tenant
): Promise<Mail[]> {
  const { label } = await crm.classOf(data.adapter as CrmName)
  const wanting = await thoseWho(await people().where('role', 'admin'), 'crm_connection.lost', 'mail')
  const to = wanting.map(asRecipient)
  const letter = {
    subject: `${label} does not let ${tenant.name} in any more`,
    greeting: `${label} has refused what ${tenant.name} is connected with.`,
    paragraphs: [
      'Customers whom you add or change wait in Latchkey, and nothing of them is lost. Connect again, and they go there by themselves.',
      'This happens when a token was withdrawn or has run out, or may not read and write contacts any more.',
    ],
    action: { label: 'Connect again', url: deskUrl(tenant, '/settings/customer_system') },
  }
  return to.length > 0 ? [{ kind: 'crm_connection_lost', version: 1, to, letter }] : []
}
