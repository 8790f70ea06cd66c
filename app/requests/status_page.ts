import { DateTime } from 'luxon'
import type BookingCalendar from '#app/bookings/booking_calendar'
import type BookingPlace from '#app/bookings/booking_place'
import { publicBrand } from '#app/tenancy/public_brand'
import { answerInWords } from '#app/lead_flows/answer_words'
import { isUpload } from '#app/lead_flows/question'
import { placeOf, sayAt, type Place } from '#app/lead_flows/place'
import { languageFor } from '#app/requests/language'
import { shownVisit, shownWindow } from '#app/requests/shown_visit'
import { FILES_ACCEPTED } from '#app/attachments/accepted'
import { MAX_FILES } from '#app/attachments/attachment'
import { FileLink } from '#app/attachments/file_link'
import { sizeIn } from '#app/attachments/file_size'
import type { HeldFile } from '#app/attachments/form_files'
import type Lead from '#app/leads/lead'
import type Order from '#app/orders/order'
import type { FormStamp } from '#app/requests/form_stamp'
import type { RequestLink } from '#app/requests/request_link'
import type { RequestStory } from '#app/requests/request_story'

/** A message that could not be sent as it was, with all that belongs to it. */
export type Composed = { body: string; problem: string; stamp: FormStamp; held: HeldFile[] }

/** What a customer reads behind their private link. */
export function statusPage(
  link: RequestLink,
  { lead, order, held, calendar, messages, attachments, version }: RequestStory,
  composed?: Composed
) {
  const { tenant, path } = link
  const language = languageFor({ chosen: lead.language, browser: [] })
  const place = placeOf(tenant, language)
  const t = sayAt(place)
  const said = version?.readIn(language)
  const inZone = (at: DateTime) => at.setZone(tenant.timeZone).setLocale(place.locale)
  const pictures = attachments
    .filter(({ isPhoto }) => isPhoto)
    .map(({ id, messageId, isPrepared, isFailed }) => ({
      messageId,
      isPrepared,
      isFailed,
      href: `${path}/attachments/${id}`,
    }))
  const documents = attachments
    .filter(({ isPhoto }) => !isPhoto)
    .map((one) => ({
      messageId: one.messageId,
      name: one.name,
      size: sizeIn(place, Number(one.sizeBytes)),
      href: `${path}/${new FileLink(lead).to(one)}`,
    }))
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
    held: held && heldWindow(place, held),
    visits: order?.isOpen ? plannedVisits(place, order, calendar) : [],
    answers: lead.answers
      .filter(({ type }) => !isUpload({ type }))
      .map((answer) => {
        const question = said?.questions.find(({ id }) => id === answer.questionId)
        return question
          ? { label: question.label, text: answerInWords(answer, question, place) }
          : { label: answer.label, text: answer.text }
      }),
    photos: pictures.filter(({ messageId }) => messageId === null),
    files: documents.filter(({ messageId }) => messageId === null),
    composer: {
      stamp: (composed?.stamp ?? link.messageStamp()).sealed,
      body: composed?.body ?? '',
      problem: composed?.problem ?? null,
      held: composed?.held ?? [],
      maxFiles: MAX_FILES,
      accepts: FILES_ACCEPTED,
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
      files: documents.filter(({ messageId }) => messageId === message.id),
    })),
  }
}

function standingOf(lead: Lead, order: Order | null) {
  if (!order) return lead.status
  if (!order.isOpen) return order.status === 'done' ? 'done' : 'called_off'
  if (order.visits.some(({ isPlanned }) => isPlanned)) return lead.status
  return order.visits.at(-1)?.status === 'cancelled' ? 'called_off' : 'between_visits'
}

function plannedVisits(place: Place, order: Order, calendar: BookingCalendar) {
  const mayChange = calendar.changeHours !== null
  return order.visits
    .filter(({ isPlanned }) => isPlanned)
    .map((visit) => {
      const isChangeable = calendar.letsChange(visit)
      return {
        ...shownVisit(visit, place),
        isChangeable,
        isMovable: isChangeable && calendar.isOpenAtAll,
        isTooLate: mayChange && !isChangeable,
      }
    })
}

function heldWindow(place: Place, held: BookingPlace) {
  const until = held.heldUntil!.setZone(place.timeZone).setLocale(place.locale)
  return {
    ...shownWindow(held, place),
    until: until.toLocaleString({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
    }),
  }
}
