import db from '@adonisjs/lucid/services/db'
import { asShown } from '#app/platform/events/event_versions'
import type { ActorKind } from '#app/platform/database/current'
import type Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import Conversation from '#app/messages/conversation'
import Message from '#app/messages/message'
import Note from '#app/notes/note'
import Attachment from '#app/attachments/attachment'
import User from '#app/identity/user'

const LATEST = 200

type Row = {
  id: string
  name: string
  version: number
  occurred_at: Date
  actor_kind: ActorKind
  actor_name: string | null
  subject_id: string
  data: Facts
  request_id: string | null
}

/** What the events of a lead, its order, visits and messages may say. */
type Facts = Partial<{
  assigneeId: string | null
  reason: string
  orderId: string
  orderNumber: number
  number: number
  startsAt: string
  endsAt: string
  previous: { startsAt: string; endsAt: string }
}>

type Mail = {
  id: string
  eventId: string
  state: string
  subject: string
  recipientKind: string
  recipientName: string | null
}

/** A lead's history as people tell it, as far as somebody may read it: who, what, when, why; newest first. */
export default class LeadTimeline {
  constructor(
    private lead: Lead,
    private reader: User
  ) {}

  async entries() {
    const ofLead = { leadId: this.lead.id }
    const messages = await Message.visibleTo(this.reader).where(ofLead).orderBy('id', 'desc').limit(LATEST)
    const notes = await Note.visibleTo(this.reader).where(ofLead).orderBy('id', 'desc').limit(LATEST)
    const order = await Order.ofLead(this.lead, this.reader)
    const visits = order?.visits ?? []
    const conversations = await Conversation.visibleTo(this.reader).where(ofLead)
    const parts = [...conversations, ...messages, ...notes, ...(order ? [order] : []), ...visits]
    const about = [this.lead, ...parts].map(({ id }) => id)
    const { rows, ended } = told(await this.events(about))
    const mails = await this.mails([...rows, ...[...ended.values()].flat()].map(({ id }) => id))
    const people = await this.people(rows)
    const isAbout = (eventId: string, id: string) =>
      eventId === id || Boolean(ended.get(id)?.some((one) => one.id === eventId))
    const written = new Map(messages.map((message) => [message.id, message]))
    const noted = new Map(notes.map((note) => [note.id, note]))
    const attachments = await Attachment.ofLead(this.lead)
    return rows.map(
      ({
        id,
        name,
        occurred_at: at,
        actor_kind: kind,
        actor_name: actorName,
        subject_id: subjectId,
        data,
      }) => {
        const message = written.get(subjectId)
        const sent = message ? attachments.filter(({ messageId }) => messageId === message.id) : []
        const isOfVisit = name === 'lead.converted'
        return {
          id,
          kind: name,
          at,
          actor: { kind, name: actorName },
          message,
          note: noted.get(subjectId),
          photos: sent.filter(({ isPhoto }) => isPhoto),
          files: sent.filter(({ isPhoto }) => !isPhoto),
          reason: data.reason ?? null,
          assignee: data.assigneeId ? (people.get(data.assigneeId) ?? null) : null,
          window: isOfVisit && !order ? null : windowOf(data),
          previous: data.previous ? windowOf(data.previous) : null,
          order:
            order && order.id === data.orderId
              ? { id: order.id, number: order.number, reference: order.reference }
              : null,
          visits: ended.get(id)?.length ?? 0,
          mails: isOfVisit && !order ? [] : mails.filter(({ eventId }) => isAbout(eventId, id)),
        }
      }
    )
  }

  private async events(about: string[]) {
    const rows: Row[] = await db
      .from('events')
      .where('tenant_id', this.lead.tenantId)
      .whereIn('subject_id', about)
      .whereNot('name', 'message.read')
      .select(
        'id',
        'name',
        'version',
        'occurred_at',
        'actor_kind',
        'actor_name',
        'subject_id',
        'data',
        'request_id'
      )
      .orderBy('id', 'desc')
      .limit(LATEST)
    return rows.map(asShown)
  }

  private async mails(eventIds: string[]): Promise<Mail[]> {
    return db
      .from('deliveries')
      .where('tenant_id', this.lead.tenantId)
      .whereIn('event_id', eventIds)
      .select(
        'id',
        'event_id as eventId',
        'state',
        'subject',
        'recipient_kind as recipientKind',
        'recipient_name as recipientName'
      )
      .orderBy('id')
  }

  private async people(rows: Row[]) {
    const ids = rows.flatMap(({ data }) => data.assigneeId ?? [])
    const users = await User.query().whereIn('id', [...new Set(ids)])
    return new Map(users.map(({ id, name }) => [id, name]))
  }
}

export type TimelineEntry = Awaited<ReturnType<LeadTimeline['entries']>>[number]

const ENDINGS: Record<string, string> = {
  'order.finished': 'visit.finished',
  'order.cancelled': 'visit.cancelled',
}

/** Without the visits that ended together with their order, where they were several: they stand in its line, by its id. */
function told(all: Row[]) {
  const ended = new Map<string, Row[]>()
  for (const { id, name, subject_id: orderId, request_id: requestId } of all) {
    const ending = requestId && ENDINGS[name]
    const visits = all.filter(
      (one) => ending && one.name === ending && one.request_id === requestId && one.data.orderId === orderId
    )
    if (visits.length > 1) ended.set(id, visits)
  }
  const within = new Set([...ended.values()].flat())
  return { rows: all.filter((one) => !within.has(one)), ended }
}

const windowOf = ({ startsAt, endsAt }: Facts) => (startsAt && endsAt ? { startsAt, endsAt } : null)
