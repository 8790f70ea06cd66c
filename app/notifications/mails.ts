import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import type { EventDefinition, RecordedEvent } from '#app/platform/events/events'
import Visit from '#app/orders/visit'
import Message from '#app/messages/message'
import type Tenant from '#app/tenancy/tenant'
import Invitation from '#app/identity/invitation'
import { VisitCancelled, VisitPlanned, VisitRescheduled } from '#app/orders/visit_events'
import { breakGlassMail } from '#app/notifications/break_glass_words'
import { crmLostMails } from '#app/notifications/crm_words'
import { leadOf } from '#app/notifications/readers'
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
import { requestValues, worded } from '#app/notifications/mail_words'
import {
  answered,
  calledOff,
  cancelled,
  changed,
  newLead,
  planned,
  toCustomer,
  toOffice,
  written,
} from '#app/notifications/lead_mails'
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

const inZone = (moment: DateTime, { timeZone, locale }: Tenant, format: Intl.DateTimeFormatOptions) =>
  moment.setZone(timeZone).setLocale(locale).toLocaleString(format)
