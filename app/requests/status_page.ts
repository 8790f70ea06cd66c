import { DateTime } from 'luxon'
import { publicBrand } from '#app/tenancy/public_brand'
import { answerInWords } from '#app/lead_flows/answer_words'
import { placeOf, sayAt, type Place } from '#app/lead_flows/place'
import { languageFor } from '#app/requests/language'
import { MAX_PHOTOS } from '#app/attachments/attachment'
import type { HeldPicture } from '#app/attachments/held_photos'
import type Lead from '#app/leads/lead'
import type Order from '#app/orders/order'
import type { FormStamp } from '#app/requests/form_stamp'
import type { RequestLink } from '#app/requests/request_link'
import type { RequestStory } from '#app/requests/request_story'

/** A message that could not be sent as it was, with all that belongs to it. */
export type Composed = { body: string; problem: string; stamp: FormStamp; photos: HeldPicture[] }

/** What a customer reads behind their private link. */
export function statusPage(
  link: RequestLink,
  { lead, order, messages, photos, version }: RequestStory,
  composed?: Composed
) {
  const { tenant, path } = link
  const language = languageFor({ chosen: lead.language, browser: [] })
  const place = placeOf(tenant, language)
  const t = sayAt(place)
  const said = version?.readIn(language)
  const inZone = (at: DateTime) => at.setZone(tenant.timeZone).setLocale(place.locale)
  const pictures = photos.map(({ id, messageId }) => ({ messageId, href: `${path}/photos/${id}` }))
  const standing = standingOf(lead, order)
  const explanation = t(`status.${standing}.explanation`)
  return {
    t,
    language,
    brand: publicBrand(tenant),
    path,
    number: lead.reference,
    sentAt: inZone(lead.createdAt).toLocaleString(DateTime.DATETIME_MED),
    status: lead.status,
    standing: t(`status.${standing}.title`),
    explanation: lead.status === 'new' ? (said?.successText ?? explanation) : explanation,
    isCancellable: lead.isOpen,
    visits: order?.isOpen ? plannedVisits(place, order) : [],
    answers: lead.answers
      .filter(({ type }) => type !== 'photo')
      .map((answer) => {
        const question = said?.questions.find(({ id }) => id === answer.questionId)
        return question
          ? { label: question.label, text: answerInWords(answer, question, place) }
          : { label: answer.label, text: answer.text }
      }),
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
      author: message.authorKind === 'customer' ? t('status.you') : message.authorName,
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
  if (!order) return lead.status
  if (!order.isOpen) return order.status === 'done' ? 'done' : 'called_off'
  if (order.visits.some(({ isPlanned }) => isPlanned)) return lead.status
  return order.visits.at(-1)?.status === 'cancelled' ? 'called_off' : 'between_visits'
}

function plannedVisits(place: Place, order: Order) {
  const inZone = (at: DateTime) => at.setZone(place.timeZone).setLocale(place.locale)
  return order.visits
    .filter(({ status }) => status === 'planned')
    .map((visit) => {
      const [from, to] = [inZone(visit.startsAt), inZone(visit.endsAt)]
      return {
        day: from.toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
        window: sayAt(place)('status.between', { from: timeOf(from), to: timeOf(to) }),
        zone: from.offsetNameLong,
        who: visit.assignee?.name.split(' ')[0] ?? null,
        note: visit.note,
      }
    })
}

const timeOf = (at: DateTime) => at.toLocaleString(DateTime.TIME_SIMPLE).replaceAll(/\s/g, '\u00a0')
