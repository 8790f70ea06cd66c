import { appUrl } from '#config/app'
import { MASK } from '#app/platform/sending/letter'
import { deskUrl } from '#app/tenancy/desk_url'
import type Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'
import BookingPlace from '#app/bookings/booking_place'
import { sayAt } from '#app/lead_flows/place'
import type Lead from '#app/leads/lead'
import type Visit from '#app/orders/visit'
import Attachment from '#app/attachments/attachment'
import { FileLink } from '#app/attachments/file_link'
import { sizeIn } from '#app/attachments/file_size'
import type Message from '#app/messages/message'
import type { TemplateKindName } from '#app/message_templates/template_kinds'
import { thoseWho } from '#app/notification_preferences/wishes'
import {
  customerPlace,
  requestValues,
  visitValues,
  windowInWords,
  worded,
  type Worded,
} from '#app/notifications/mail_words'
import type { Mail } from '#app/notifications/mails'
import { asRecipient, office, readers } from '#app/notifications/readers'

export async function newLead(lead: Lead, tenant: Tenant) {
  // Only a form offers times: what the office takes in costs no question more.
  const place = lead.leadFlowVersionId ? await BookingPlace.ofLead(lead) : null
  const time = place && ([place.isTaken ? 'Booked' : 'Asks for', windowInWords(place, tenant)] as const)
  return toOffice(lead, 'lead.created', (reader) =>
    worded('lead_created', requestValues(lead, tenant), {
      quote: lead.summary,
      facts: [...factsOf(lead, reader), ...(time ? [[...time] as [string, string]] : [])],
      action: { label: 'Open the request', url: deskUrl(tenant, `/leads/${lead.id}`) },
    })
  )
}

export const cancelled = (lead: Lead, tenant: Tenant) =>
  worded('lead_cancelled', requestValues(lead, tenant), {
    quote: lead.summary,
    action: { label: 'Open the request', url: deskUrl(tenant, `/leads/${lead.id}`) },
  })

export const planned = (kind: TemplateKindName, lead: Lead, visit: Visit, tenant: Tenant) =>
  aboutVisit(kind, lead, visit, tenant, visit.note ?? undefined)

export const calledOff = (lead: Lead, visit: Visit, tenant: Tenant) =>
  aboutVisit('visit_cancelled', lead, visit, tenant)

const aboutVisit = (kind: TemplateKindName, lead: Lead, visit: Visit, tenant: Tenant, quote?: string) => {
  const values = visitValues(lead, visit, tenant)
  const say = sayAt(customerPlace(lead, tenant))
  return worded(kind, values, {
    language: lead.language,
    quote,
    facts: [
      [say('mail.date'), values.visit_date],
      [say('mail.arrival'), `${values.visit_from} – ${values.visit_to}`],
      [say('mail.request'), `#${lead.reference}`],
    ],
  })
}

/** A customer has changed a visit by themselves. */
export const changed = (
  event: 'visit.rescheduled' | 'visit.cancelled',
  lead: Lead,
  visit: Visit,
  tenant: Tenant
) =>
  toOffice(lead, event, () =>
    worded(TO_OFFICE[event].kind, visitValues(lead, visit, tenant, tenant), {
      action: { label: 'Open the request', url: deskUrl(tenant, `/leads/${lead.id}`) },
    })
  )

export const written = (lead: Lead, message: Message, tenant: Tenant) =>
  worded(
    'message_received',
    { ...requestValues(lead, tenant), message: message.body },
    {
      quote: message.body,
      action: { label: 'Read and answer', url: deskUrl(tenant, `/leads/${lead.id}`) },
    }
  )

const requestUrl = `${appUrl}/s/${MASK}`

export async function answered(lead: Lead, message: Message, tenant: Tenant) {
  const values = { ...requestValues(lead, tenant), message: message.body, author_name: message.authorName }
  const place = customerPlace(lead, tenant)
  const entries = (await Attachment.ofMessage(message)).map((one) => ({
    title: one.name,
    at: sizeIn(place, Number(one.sizeBytes)),
    url: `${requestUrl}/${new FileLink(lead).to(one)}`,
  }))
  return worded('message_answered', values, { language: lead.language, quote: message.body, entries })
}

export function toCustomer(
  lead: Lead,
  tenant: Tenant,
  kind: TemplateKindName,
  { letter, ...words }: Worded
): Mail[] {
  if (!lead.contactEmail) return []
  const action = { label: sayAt(customerPlace(lead, tenant))('mail.see_request'), url: requestUrl }
  const to: Mail['to'][number] = {
    kind: 'customer',
    id: lead.customerId,
    name: lead.contactName,
    address: lead.contactEmail,
  }
  const link = { kind: 'lead_status' as const, subjectId: lead.id, masked: requestUrl }
  return [{ kind, ...words, to: [to], letter: { ...letter, action }, link }]
}

const TO_OFFICE = {
  'lead.created': { kind: 'lead_created', subject: 'leads' },
  'lead.cancelled': { kind: 'lead_cancelled', subject: 'leads' },
  'visit.rescheduled': { kind: 'visit_moved', subject: 'leads' },
  'visit.cancelled': { kind: 'visit_dropped', subject: 'leads' },
  'message.created': { kind: 'message_received', subject: 'messages' },
} as const

/**
 * To those of the office who want it and may read it, each as far as they may: whoever reads the same gets the same
 * letter.
 */
export async function toOffice(
  lead: Lead,
  event: keyof typeof TO_OFFICE,
  write: (reader: User) => Promise<Worded>
): Promise<Mail[]> {
  const { kind, subject } = TO_OFFICE[event]
  const reached = await readers(lead, await office(), subject)
  const mails = new Map<string, Mail>()
  for (const reader of await thoseWho(reached, event, 'mail')) {
    const { letter, ...words } = await write(reader)
    const mail = mails.get(JSON.stringify(letter)) ?? { kind, ...words, to: [], letter }
    mails.set(JSON.stringify(letter), { ...mail, to: [...mail.to, asRecipient(reader)] })
  }
  return [...mails.values()]
}

function factsOf({ contactName, contactPhone, contactEmail, address }: Lead, reader: User) {
  const shown = reader.fields('leads').shown({ contactPhone, contactEmail, address })
  const facts = [
    ['Name', contactName],
    ['Phone', shown.contactPhone],
    ['E-mail', shown.contactEmail],
    ['Address', shown.address],
  ] as const
  return facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []))
}
