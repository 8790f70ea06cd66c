import { DateTime } from 'luxon'
import type Tenant from '#app/tenancy/tenant'
import { publicBrand } from '#app/tenancy/public_brand'
import { placeOf, sayAt } from '#app/lead_flows/place'
import { MAX_PHOTOS } from '#app/attachments/attachment'
import type { HeldPicture } from '#app/attachments/held_photos'
import type Lead from '#app/leads/lead'
import type Order from '#app/orders/order'
import type { FormStamp } from '#app/requests/form_stamp'
import type { RequestLink } from '#app/requests/request_link'
import type { RequestStory } from '#app/requests/request_story'

/** A message that could not be sent as it was, with all that belongs to it. */
export type Composed = { body: string; problem: string; stamp: FormStamp; photos: HeldPicture[] }

const STANDINGS = {
  new: ['Received', 'We have your request and will get back to you.'],
  in_progress: ['In progress', 'Somebody is looking after your request.'],
  converted: ['Visit booked', 'Your visit is booked.'],
  cancelled: ['Cancelled', 'You cancelled this request. Nobody will come.'],
  lost: ['Closed', 'This request is closed. Write below if you still need help.'],
} as const

/** What a customer reads behind their private link. */
export function statusPage(
  link: RequestLink,
  { lead, order, messages, photos, version }: RequestStory,
  composed?: Composed
) {
  const { tenant, path } = link
  const inZone = (at: DateTime) => at.setZone(tenant.timeZone).setLocale(`en-${tenant.country}`)
  const pictures = photos.map(({ id, messageId }) => ({ messageId, href: `${path}/photos/${id}` }))
  const [standing, explanation] = standingOf(lead, order)
  return {
    t: sayAt(placeOf(tenant)),
    brand: publicBrand(tenant),
    path,
    number: lead.number,
    sentAt: inZone(lead.createdAt).toLocaleString(DateTime.DATETIME_MED),
    status: lead.status,
    standing,
    explanation: lead.status === 'new' ? (version?.successText ?? explanation) : explanation,
    isCancellable: lead.isOpen,
    visit: order?.isOpen ? visitOf(tenant, order) : null,
    answers: lead.answers.filter(({ type }) => type !== 'photo').map(({ label, text }) => ({ label, text })),
    photos: pictures.filter(({ messageId }) => messageId === null),
    composer: {
      stamp: (composed?.stamp ?? link.messageStamp()).sealed,
      body: composed?.body ?? '',
      problem: composed?.problem ?? null,
      held: composed?.photos ?? [],
      maxPhotos: MAX_PHOTOS,
    },
    messages: messages.map((message) => ({
      id: message.id,
      isMine: message.authorKind === 'customer',
      author: message.authorKind === 'customer' ? 'You' : message.authorName,
      body: message.body,
      at: inZone(message.createdAt).toLocaleString({
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }),
      photos: pictures.filter(({ messageId }) => messageId === message.id),
    })),
  }
}

function standingOf(lead: Lead, order: Order | null) {
  if (order?.status === 'done') return ['Done', 'The work is done. Thank you.']
  if (order?.status === 'cancelled')
    return ['Visit cancelled', 'The visit was called off. Write below if you have a question.']
  return STANDINGS[lead.status]
}

function visitOf({ timeZone, country }: Tenant, order: Order) {
  const visit = order.visits.find(({ status }) => status === 'planned')
  if (!visit) return null
  const [from, to] = [visit.startsAt, visit.endsAt].map((at) =>
    at.setZone(timeZone).setLocale(`en-${country}`)
  )
  return {
    day: from.toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    window: `between ${timeOf(from)} and ${timeOf(to)}`,
    zone: from.offsetNameLong,
    who: visit.assignee?.name.split(' ')[0] ?? null,
    note: visit.note,
  }
}

const timeOf = (at: DateTime) => at.toLocaleString(DateTime.TIME_SIMPLE).replaceAll(/\s/g, '\u00a0')
