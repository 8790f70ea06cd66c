import type { RecordedEvent } from '#app/platform/events/events'
import type Lead from '#app/leads/lead'
import TeamMember from '#app/access/team_member'
import Message from '#app/messages/message'
import Visit from '#app/orders/visit'
import { VisitCancelled, VisitRescheduled } from '#app/orders/visit_events'
import Tenant from '#app/tenancy/tenant'
import { windowInWords } from '#app/notifications/mail_words'
import { leadOf, office, people, readers } from '#app/notifications/readers'
import { stickerNotice } from '#app/notifications/sticker_words'
import { visitNotice } from '#app/notifications/visit_words'
import { ImpersonationStarted } from '#app/impersonations/impersonation_events'
import Conversation from '#app/messages/conversation'
import { ConversationAssigned } from '#app/messages/conversation_events'
import { MessageCreated } from '#app/messages/message_events'
import { QrCodeSuspected } from '#app/qr_codes/qr_code_events'
import { LeadAssigned, LeadCancelled, LeadCreated, LeadGiven } from '#app/leads/lead_events'

const STAFF = ['user', 'api']

/** What people are told of. */
export const NOTICED = [
  LeadCreated,
  LeadCancelled,
  LeadAssigned,
  LeadGiven,
  VisitRescheduled,
  VisitCancelled,
  MessageCreated,
  ConversationAssigned,
  ImpersonationStarted,
  QrCodeSuspected,
]

/** What is told of an event, and whom it concerns; nothing, if it concerns nobody. */
export async function noticeOf(event: RecordedEvent) {
  if (ImpersonationStarted.is(event)) {
    return visitNotice(event)
  } else if (QrCodeSuspected.is(event)) {
    return stickerNotice(event)
  } else if (LeadCreated.is(event)) {
    const lead = await leadOf(event.subject.id)
    return {
      subject: about(lead),
      to: await readers(lead, await office()),
      title:
        lead.source === 'manual' && STAFF.includes(event.actor.kind)
          ? `${event.actor.name ?? 'Somebody'} took in request #${lead.reference} of ${lead.contactName}`
          : `${lead.contactName} sent request #${lead.reference}`,
      body: lead.summary,
    }
  } else if (LeadCancelled.is(event)) {
    const lead = await leadOf(event.subject.id)
    return {
      subject: about(lead),
      to: await readers(lead, await concerned(lead)),
      title: `${lead.contactName} cancelled request #${lead.reference}`,
    }
  } else if (VisitRescheduled.is(event) || VisitCancelled.is(event)) {
    return visitChanged(event)
  } else if (LeadAssigned.is(event)) {
    const lead = await leadOf(event.subject.id)
    const assignee = event.data.assigneeId && (await people().where('id', event.data.assigneeId))
    return assignee
      ? {
          subject: about(lead),
          to: await readers(lead, assignee),
          title: `Request #${lead.reference} is yours now`,
          body: lead.summary,
        }
      : null
  } else if (ConversationAssigned.is(event)) {
    const lead = await leadOf(event.data.leadId)
    const { assigneeId } = event.data
    return assigneeId
      ? {
          subject: about(lead),
          to: await readers(lead, await people().where('id', assigneeId), 'messages'),
          title: `${lead.contactName} is yours to answer, request #${lead.reference}`,
          body: lead.summary,
        }
      : null
  } else if (LeadGiven.is(event) && event.data.teamId) {
    const lead = await leadOf(event.subject.id)
    return {
      subject: about(lead),
      to: await readers(lead, await leadsOf(event.data.teamId)),
      title: `Request #${lead.reference} was given to ${event.data.teamName}`,
      body: lead.summary,
    }
  } else if (MessageCreated.is(event) && event.data.author === 'customer') {
    const [lead, message] = [await leadOf(event.data.leadId), await Message.findOrFail(event.subject.id)]
    return {
      subject: about(lead),
      to: await readers(lead, await answering(lead), 'messages'),
      title: `${lead.contactName} wrote about request #${lead.reference}`,
      body: message.body,
    }
  } else {
    return null
  }
}

/** A customer has moved a visit, or called it off: told to whoever has the request, and to whoever was to go. */
async function visitChanged(event: RecordedEvent<{ leadId: string | null; assigneeId: string | null }>) {
  const { leadId, assigneeId } = event.data
  if (event.actor.kind !== 'customer' || !leadId) return null
  const [lead, visit] = [await leadOf(leadId), await Visit.findOrFail(event.subject.id)]
  const visitor = assigneeId ? await people().where('id', assigneeId) : []
  const others = (await concerned(lead)).filter(({ id }) => id !== assigneeId)
  const to = [...visitor, ...others].sort((one, other) => one.id.localeCompare(other.id))
  return {
    subject: about(lead),
    to: await readers(lead, to),
    title: `${lead.contactName} ${VisitCancelled.is(event) ? 'cancelled' : 'moved'} a visit of request #${lead.reference}`,
    body: windowInWords(visit, await Tenant.current()),
  }
}

const about = ({ id }: Lead) => ({ type: 'lead', id })

const concerned = (lead: Lead) => heldBy(lead.assigneeId)

/** Who is to answer the customer; while nobody has the conversation, who has the lead. */
async function answering(lead: Lead) {
  const conversation = await Conversation.ofLead(lead)
  return heldBy(conversation?.assigneeId ?? lead.assigneeId)
}

async function heldBy(userId: string | null) {
  const holder = userId ? await people().where('id', userId) : []
  return holder.length > 0 ? holder : office()
}

async function leadsOf(teamId: string) {
  const members = await TeamMember.query().where({ teamId, isLead: true })
  return people().whereIn(
    'id',
    members.map(({ userId }) => userId)
  )
}
