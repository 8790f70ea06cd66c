import type { RecordedEvent } from '#app/platform/events/events'
import { LeadCancelled, LeadCreated } from '#app/leads/lead_events'
import Visit from '#app/orders/visit'
import { VisitCancelled, VisitRescheduled } from '#app/orders/visit_events'
import { MessageCreated } from '#app/messages/message_events'
import { Wording } from '#app/message_templates/wording'
import { requestValues, visitValues } from '#app/notifications/mail_words'
import { leadOf } from '#app/notifications/readers'
import Tenant from '#app/tenancy/tenant'

type Notice = { title: string; body?: string | null }

const STAFF = ['user', 'api']
const KINDS = [
  { event: LeadCreated, kind: 'lead_created' },
  { event: LeadCancelled, kind: 'lead_cancelled' },
  { event: VisitRescheduled, kind: 'visit_moved' },
  { event: VisitCancelled, kind: 'visit_dropped' },
  { event: MessageCreated, kind: 'message_received' },
] as const

/** What a customer has done, told in the company's own words where it has some. */
export async function inCompanyWords<One extends Notice>(event: RecordedEvent, notice: One): Promise<One> {
  const found = !STAFF.includes(event.actor.kind) && KINDS.find((one) => one.event.is(event))
  const wording = found && (await Wording.of({ kind: found.kind, channel: 'inbox' }))
  if (!wording || !wording.template) return notice
  const { leadId = event.subject.id } = event.data as { leadId?: string }
  const [lead, tenant] = [await leadOf(leadId), await Tenant.current()]
  const visit = event.subject.type === 'visit' ? await Visit.findOrFail(event.subject.id) : null
  const values = {
    ...(visit ? visitValues(lead, visit, tenant, tenant) : requestValues(lead, tenant)),
    message: notice.body ?? null,
  }
  return { ...notice, title: wording.subject(values), body: wording.body(values) || null }
}
