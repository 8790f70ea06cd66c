import type { RecordedEvent } from '#app/platform/events/events'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import type { Letter } from '#app/platform/sending/letter'
import type { TemplateKindName } from '#app/message_templates/template_kinds'
import type { Values } from '#app/message_templates/template_text'
import { thoseWho } from '#app/notification_preferences/wishes'
import { worded } from '#app/notifications/mail_words'
import type { Mail } from '#app/notifications/mails'
import { asRecipient, people } from '#app/notifications/readers'
import { toAdministrators } from '#app/notifications/visit_words'
import { labelsOf } from '#app/timelines/record_fields'

type About = { event: RecordedEvent<unknown>; tenant: Tenant }

/** Somebody belongs to the company now. Programs get no mail. */
export const welcome = (about: About) =>
  toMember(about, 'user_welcomed', {}, { action: { label: 'Open Latchkey', url: deskUrl(about.tenant, '') } })

/** What a company knows of somebody, or lets them do, is another than before: told to them, whoever changed it. */
export async function memberChanged(about: About, fields: string[]) {
  const changes = inWords('user', fields)
  const action = { label: 'Open Latchkey', url: deskUrl(about.tenant, '') }
  return changes
    ? toMember(about, 'user_updated', { changes, changed_by: about.event.actor.name ?? '' }, { action })
    : []
}

/** Their access has ended: with nothing to open any more. */
export const memberDeactivated = (about: About) => toMember(about, 'user_deactivated', {}, {})

/** Administrators hear of it, also the one who did it: it need not have been them. */
export async function companyChanged({ event, tenant }: About, fields: string[]): Promise<Mail[]> {
  const changes = inWords('tenant', fields)
  const administrators = await people().where('role', 'admin')
  const wanting = changes ? await thoseWho(administrators, 'tenant.updated', 'mail') : []
  const words = await worded(
    'company_updated',
    { company_name: tenant.name, changes, changed_by: event.actor.name ?? '' },
    { action: { label: 'Open the settings', url: deskUrl(tenant, '/settings') } }
  )
  const to = wanting.map(asRecipient)
  return to.length > 0 ? [{ kind: 'company_updated', ...words, to }] : []
}

export async function companyDeactivated({ tenant }: About, reason: string): Promise<Mail[]> {
  const words = await worded('company_deactivated', { company_name: tenant.name }, { quote: reason })
  return [{ kind: 'company_deactivated', ...words, to: await toAdministrators() }]
}

async function toMember(
  { event, tenant }: About,
  kind: TemplateKindName,
  values: Values,
  around: Pick<Letter, 'action'>
): Promise<Mail[]> {
  const { id, name, email, isService } = await User.findOrFail(event.subject.id)
  if (isService) return []
  const words = await worded(kind, { person_name: name, company_name: tenant.name, ...values }, around)
  return [{ kind, ...words, to: [{ kind: 'user', id, name, address: email }] }]
}

/** What people have no word for is none of their business. */
function inWords(type: 'user' | 'tenant', fields: string[]) {
  const labels = { ...labelsOf(type), logoKey: 'Logo' } as Record<string, string>
  const words = fields.flatMap((field) => labels[field] ?? [])
  return new Intl.ListFormat('en').format(words)
}
