import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { mountFor } from '#app/platform/http/mount'
import type { EventDefinition, RecordedEvent } from '#app/platform/events/events'
import BookingPlace from '#app/bookings/booking_place'
import type Lead from '#app/leads/lead'
import { sayAt } from '#app/lead_flows/place'
import type User from '#app/identity/user'
import Visit from '#app/orders/visit'
import Attachment from '#app/attachments/attachment'
import { FileLink } from '#app/attachments/file_link'
import { sizeIn } from '#app/attachments/file_size'
import Message from '#app/messages/message'
import type Tenant from '#app/tenancy/tenant'
import Invitation from '#app/identity/invitation'
import { VisitCancelled, VisitPlanned, VisitRescheduled } from '#app/orders/visit_events'
import { breakGlassMail } from '#app/notifications/break_glass_words'
import { crmLostMails } from '#app/notifications/crm_words'
import { leadOf, office, readers } from '#app/notifications/readers'
import { thoseWho } from '#app/notification_preferences/wishes'
import { stickerMails } from '#app/notifications/sticker_words'
import { visitMail } from '#app/notifications/visit_words'
import { BreakGlassUsed } from '#app/single_sign_on/sso_events'
import { CrmConnectionLost } from '#app/crm_connections/crm_connection_events'
import { QrCodeSuspected } from '#app/qr_codes/qr_code_events'
import { ImpersonationStarted } from '#app/impersonations/impersonation_events'
import { MessageCreated } from '#app/messages/message_events'
import {
  companyChanged,
  companyDeactivated,
  memberChanged,
  memberDeactivated,
  welcome,
} from '#app/notifications/membership_mails'
import { UserCreated, UserDeactivated, UserRoleChanged, UserUpdated } from '#app/identity/user_events'
import { TenantDeactivated, TenantUpdated } from '#app/tenancy/tenant_events'
import { InvitationCreated, InvitationResent } from '#app/identity/invitation_events'
import { LeadCancelled, LeadConverted, LeadCreated } from '#app/leads/lead_events'
import type { DeliveryDraft } from '#app/deliveries/delivery_draft'
import { MASK, type Letter } from '#app/platform/sending/letter'
import {
  customerPlace,
  requestValues,
  visitValues,
  windowInWords,
  worded,
  type Worded,
} from '#app/notifications/mail_words'
import type { TemplateKindName } from '#app/message_templates/template_kinds'
import { WebhookEndpointPaused } from '#app/webhooks/webhook_events'
import { webhookPausedMails } from '#app/notifications/webhook_words'

type Recipient = DeliveryDraft['recipient']
export type Mail = {
  kind: string
  version: number
  /** The company's own words, where it has some. */
  templateId?: string | null
  to: Recipient[]
  letter: Letter
  link?: DeliveryDraft['link']
}

type Compose<Data> = (event: RecordedEvent<Data>, tenant: Tenant) => Promise<Mail[]>
type Scenario = { event: EventDefinition; compose: Compose<never> }

const scenario = <Data>(event: EventDefinition<Data>, compose: Compose<Data>): Scenario => ({
  event: event as EventDefinition,
  compose,
})

/** Who gets which mail when what has happened. */
export const SCENARIOS: Scenario[] = [
  scenario(InvitationCreated, ({ subject }, tenant) => invite(subject.id, tenant)),
  scenario(InvitationResent, ({ subject }, tenant) => invite(subject.id, tenant)),
  scenario(WebhookEndpointPaused, (event, tenant) => webhookPausedMails(event, tenant)),
  scenario(ImpersonationStarted, async (event, tenant) => [await visitMail(event, tenant)]),
  scenario(BreakGlassUsed, async (event, tenant) => [await breakGlassMail(event, tenant)]),
  scenario(CrmConnectionLost, (event, tenant) => crmLostMails(event, tenant)),
  scenario(QrCodeSuspected, (event, tenant) => stickerMails(event, tenant)),
  scenario(UserCreated, (event, tenant) => welcome({ event, tenant })),
  scenario(UserUpdated, (event, tenant) => memberChanged({ event, tenant }, event.data.changed)),
  scenario(UserRoleChanged, (event, tenant) => memberChanged({ event, tenant }, ['role'])),
  scenario(UserDeactivated, (event, tenant) => memberDeactivated({ event, tenant })),
  scenario(TenantUpdated, (event, tenant) => companyChanged({ event, tenant }, event.data.changed)),
  scenario(TenantDeactivated, (event, tenant) => companyDeactivated({ event, tenant }, event.data.reason)),
  scenario(LeadCreated, async ({ subject, actor }, tenant) => {
    const lead = await leadOf(subject.id)
    const { language } = lead
    const words = await worded('lead_received', requestValues(lead, tenant), {
      language,
      quote: lead.summary,
    })
    // Who has booked at once is told of the visit, which says that the request was received.
    const isBooked = actor.kind === 'customer' && lead.isConverted
    return [
      ...(await newLead(lead, tenant)),
      ...(isBooked ? [] : toCustomer(lead, tenant, 'lead_received', words)),
    ]
  }),
  scenario(LeadCancelled, async ({ subject, actor }, tenant) => {
    const lead = await leadOf(subject.id)
    return actor.kind === 'customer' ? toOffice(lead, 'lead.cancelled', () => cancelled(lead, tenant)) : []
  }),
  scenario(LeadConverted, async ({ subject, data }, tenant) => {
    const [lead, visit] = [await leadOf(subject.id), await Visit.findOrFail(data.visitId)]
    return toCustomer(lead, tenant, 'lead_converted', await planned('lead_converted', lead, visit, tenant))
  }),
  scenario(VisitPlanned, async ({ subject, data }, tenant) => {
    // The first visit of an order is told with its conversion.
    const isFurther = await Visit.query().where('orderId', data.orderId).where('id', '<', subject.id).first()
    const lead = data.leadId && isFurther && (await leadOf(data.leadId))
    const visit = await Visit.findOrFail(subject.id)
    return lead
      ? toCustomer(lead, tenant, 'visit_planned', await planned('visit_planned', lead, visit, tenant))
      : []
  }),
  scenario(VisitRescheduled, async ({ subject, data, actor }, tenant) => {
    // Somebody else comes, or the note is another: the customer keeps the time that they know.
    const isMoved = data.startsAt !== data.previous.startsAt || data.endsAt !== data.previous.endsAt
    const lead = data.leadId && isMoved && (await leadOf(data.leadId))
    const visit = await Visit.findOrFail(subject.id)
    return lead
      ? [
          ...toCustomer(
            lead,
            tenant,
            'visit_rescheduled',
            await planned('visit_rescheduled', lead, visit, tenant)
          ),
          ...(actor.kind === 'customer' ? await changed('visit.rescheduled', lead, visit, tenant) : []),
        ]
      : []
  }),
  scenario(VisitCancelled, async ({ subject, data, actor }, tenant) => {
    const lead = data.leadId && (await leadOf(data.leadId))
    const visit = await Visit.findOrFail(subject.id)
    return lead
      ? [
          ...toCustomer(lead, tenant, 'visit_cancelled', await calledOff(lead, visit, tenant)),
          ...(actor.kind === 'customer' ? await changed('visit.cancelled', lead, visit, tenant) : []),
        ]
      : []
  }),
  scenario(MessageCreated, async ({ subject, data }, tenant) => {
    const [lead, message] = [await leadOf(data.leadId), await Message.findOrFail(subject.id)]
    return data.author === 'customer'
      ? toOffice(lead, 'message.created', () => written(lead, message, tenant))
      : toCustomer(lead, tenant, 'message_answered', await answered(lead, message, tenant))
  }),
]

async function invite(id: string, tenant: Tenant): Promise<Mail[]> {
  const { email, name, invitedBy, expiresAt } = await Invitation.findOrFail(id)
  const url = `${appUrl}/invitations/${MASK}`
  return [
    {
      kind: 'invitation',
      version: 1,
      to: [{ kind: 'invitation', id, name, address: email }],
      letter: {
        subject: `${invitedBy} invites you to ${tenant.name}`,
        greeting: `Hello ${name},`,
        paragraphs: [
          `${invitedBy} has invited you to work with ${tenant.name} on Latchkey. Choose a password and you are in.`,
          `The link works until ${inZone(expiresAt, tenant, DateTime.DATE_FULL)} and is for you only.`,
        ],
        action: { label: 'Accept the invitation', url },
      },
      link: { kind: 'invitation', subjectId: id, masked: url },
    },
  ]
}

async function newLead(lead: Lead, tenant: Tenant) {
  // Only a form offers times: what the office takes in costs no question more.
  const place = lead.leadFlowVersionId ? await BookingPlace.ofLead(lead) : null
  const time = place && ([place.isTaken ? 'Booked' : 'Asks for', windowInWords(place, tenant)] as const)
  return toOffice(lead, 'lead.created', (reader) =>
    worded('lead_created', requestValues(lead, tenant), {
      quote: lead.summary,
      facts: [...factsOf(lead, reader), ...(time ? [[...time] as [string, string]] : [])],
      action: { label: 'Open the request', url: deskUrl(tenant, lead) },
    })
  )
}

const cancelled = (lead: Lead, tenant: Tenant) =>
  worded('lead_cancelled', requestValues(lead, tenant), {
    quote: lead.summary,
    action: { label: 'Open the request', url: deskUrl(tenant, lead) },
  })

const planned = (kind: TemplateKindName, lead: Lead, visit: Visit, tenant: Tenant) =>
  aboutVisit(kind, lead, visit, tenant, visit.note ?? undefined)

const calledOff = (lead: Lead, visit: Visit, tenant: Tenant) =>
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
const changed = (event: 'visit.rescheduled' | 'visit.cancelled', lead: Lead, visit: Visit, tenant: Tenant) =>
  toOffice(lead, event, () =>
    worded(TO_OFFICE[event].kind, visitValues(lead, visit, tenant, tenant), {
      action: { label: 'Open the request', url: deskUrl(tenant, lead) },
    })
  )

const written = (lead: Lead, message: Message, tenant: Tenant) =>
  worded(
    'message_received',
    { ...requestValues(lead, tenant), message: message.body },
    {
      quote: message.body,
      action: { label: 'Read and answer', url: deskUrl(tenant, lead) },
    }
  )

const requestUrl = `${appUrl}/s/${MASK}`

async function answered(lead: Lead, message: Message, tenant: Tenant) {
  const values = { ...requestValues(lead, tenant), message: message.body, author_name: message.authorName }
  const place = customerPlace(lead, tenant)
  const entries = (await Attachment.ofMessage(message)).map((one) => ({
    title: one.name,
    at: sizeIn(place, Number(one.sizeBytes)),
    url: `${requestUrl}/${new FileLink(lead).to(one)}`,
  }))
  return worded('message_answered', values, { language: lead.language, quote: message.body, entries })
}

function toCustomer(
  lead: Lead,
  tenant: Tenant,
  kind: TemplateKindName,
  { letter, ...words }: Worded
): Mail[] {
  if (!lead.contactEmail) return []
  const url = requestUrl
  const action = { label: sayAt(customerPlace(lead, tenant))('mail.see_request'), url }
  const to: Recipient = {
    kind: 'customer',
    id: lead.customerId,
    name: lead.contactName,
    address: lead.contactEmail,
  }
  const link = { kind: 'lead_status' as const, subjectId: lead.id, masked: url }
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
async function toOffice(
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
    const { id, name, email: address } = reader
    mails.set(JSON.stringify(letter), { ...mail, to: [...mail.to, { kind: 'user', id, name, address }] })
  }
  return [...mails.values()]
}

const deskUrl = (tenant: Tenant, lead: Lead) => `${appUrl}${mountFor(tenant.slug)}/leads/${lead.id}`

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

const inZone = (moment: DateTime, { timeZone, locale }: Tenant, format: Intl.DateTimeFormatOptions) =>
  moment.setZone(timeZone).setLocale(locale).toLocaleString(format)
