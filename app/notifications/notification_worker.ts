import { Worker } from '#app/platform/worker'
import type { RecordedEvent } from '#app/platform/events'
import Lead from '#app/leads/lead'
import User from '#app/identity/user'
import Message from '#app/messages/message'
import Notification from '#app/notifications/notification'
import { visitNotice } from '#app/notifications/visit_words'
import { ImpersonationStarted } from '#app/impersonations/impersonation_events'
import { MessageCreated } from '#app/messages/message_events'
import { LeadAssigned, LeadCancelled, LeadCreated } from '#app/leads/lead_events'

const OFFICE = ['admin', 'supervisor', 'agent']

/** Tells the people concerned, but not the one who did it. */
export default class NotificationWorker extends Worker {
  static queue = 'notifications'
  static subscribes = [LeadCreated, LeadCancelled, LeadAssigned, MessageCreated, ImpersonationStarted]

  async handle(event: RecordedEvent) {
    const notice = await noticeOf(event)
    if (!notice) return
    const { to, ...words } = notice
    for (const user of to.filter(({ id }) => id !== event.actor.id)) {
      await Notification.tell(user, { ...words, eventId: event.id, kind: event.name })
    }
  }
}

async function noticeOf(event: RecordedEvent) {
  if (ImpersonationStarted.is(event)) {
    return visitNotice(event)
  } else if (LeadCreated.is(event)) {
    const lead = await Lead.findOrFail(event.subject.id)
    return {
      subject: about(lead),
      to: await office(),
      title:
        lead.source === 'manual' && event.actor.kind !== 'customer'
          ? `${event.actor.name ?? 'Somebody'} took in request #${lead.number} of ${lead.contactName}`
          : `${lead.contactName} sent request #${lead.number}`,
      body: lead.summary,
    }
  } else if (LeadCancelled.is(event)) {
    const lead = await Lead.findOrFail(event.subject.id)
    return {
      subject: about(lead),
      to: await concerned(lead),
      title: `${lead.contactName} cancelled request #${lead.number}`,
    }
  } else if (LeadAssigned.is(event)) {
    const lead = await Lead.findOrFail(event.subject.id)
    const assignee = event.data.assigneeId && (await User.find(event.data.assigneeId))
    return assignee
      ? {
          subject: about(lead),
          to: [assignee],
          title: `Request #${lead.number} is yours now`,
          body: lead.summary,
        }
      : null
  } else if (MessageCreated.is(event) && event.data.author === 'customer') {
    const [lead, message] = [
      await Lead.findOrFail(event.data.leadId),
      await Message.findOrFail(event.subject.id),
    ]
    return {
      subject: about(lead),
      to: await concerned(lead),
      title: `${lead.contactName} wrote about request #${lead.number}`,
      body: message.body,
    }
  } else {
    return null
  }
}

const about = ({ id }: Lead) => ({ type: 'lead', id })

const office = () => User.active().whereIn('role', OFFICE).orderBy('id')

async function concerned(lead: Lead) {
  const assignee = lead.assigneeId && (await User.active().where('id', lead.assigneeId).first())
  return assignee ? [assignee] : office()
}
