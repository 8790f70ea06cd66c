import { DateTime } from 'luxon'
import type { Language } from '#app/platform/say'
import { publicBrand } from '#app/tenancy/public_brand'
import { MAX_FILES } from '#app/attachments/attachment'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { sayAt } from '#app/lead_flows/place'
import type { Entrance } from '#app/requests/entrance'
import { fieldsFor, problemsIn } from '#app/requests/request_fields'
import { NO_TIME } from '#app/requests/offered_times'
import { maskName, maskStreet } from '#app/requests/masking'
import type { PostedRequest } from '#app/requests/posted_request'
import type { RequestForm } from '#app/requests/request_form'

const OWN_NAMES: Record<Language, string> = { en: 'English', es: 'Español' }

/** Everything that the form's page shows: fresh from the sticker, or given back with all that was typed. */
export async function requestPage(form: RequestForm, posted?: PostedRequest) {
  const { entrance, version, place } = form
  const { tenant, customer, code } = entrance
  const { intro, questions: spoken } = version.readIn(form.language)
  const asked = new Set(form.questions.map(({ id }) => id))
  const questions = await fieldsFor(
    spoken.filter(({ id }) => asked.has(id)),
    place,
    posted
  )
  return {
    t: sayAt(place),
    brand: publicBrand(tenant),
    path: entrance.path,
    stamp: form.stamp.sealed,
    draftKey: entrance.key,
    sticker: code && { shortCode: code.displayCode, phrase: code.phrase },
    greeting: customer && { name: maskName(customer.name), street: maskStreet(customer.street) },
    intro,
    language: form.language,
    languages: otherLanguages(form),
    questions,
    booking: bookingField(form, posted),
    problems: [...problemsIn(questions), ...timeProblems(form, posted), ...contactProblems(form, posted)],
    today: DateTime.now().setZone(tenant.timeZone).toISODate(),
    contact: contactFields(entrance, posted),
    maxFiles: MAX_FILES,
    notice: posted?.notice ?? null,
    hasProblems: posted?.hasProblems ?? false,
    isPreview: false,
  }
}

const otherLanguages = ({ version, language, entrance: { path } }: RequestForm) =>
  version.languages
    .filter((one) => one !== language)
    .map((code) => ({ code, name: OWN_NAMES[code], href: `${path}?language=${code}` }))

function bookingField({ times, version, place }: RequestForm, posted?: PostedRequest) {
  const offered = posted?.time?.offered ?? times
  const chosen = posted?.time?.chosen ?? ''
  return (
    offered && {
      mode: version.flow.booking,
      isOpen: offered.areThereAny,
      days: offered.byDay(place, chosen),
      isNone: chosen === NO_TIME,
      none: NO_TIME,
      problem: posted?.time?.problem ?? null,
    }
  )
}

const timeProblems = ({ place, version }: RequestForm, posted?: PostedRequest) =>
  posted?.time?.problem
    ? [{ id: 'window', label: sayAt(place)(`form.time.${version.flow.booking}`), words: posted.time.problem }]
    : []

function contactProblems({ place }: RequestForm, posted?: PostedRequest) {
  const problems = Object.entries(posted?.contactRead.problems ?? {})
  const labels = { name: 'contact.name', phone: 'contact.your_phone', email: 'contact.your_email' }
  return problems.map(([field, words]) => ({
    id: `contact-${field}`,
    label: sayAt(place)(labels[field as keyof typeof labels]),
    words,
  }))
}

function contactFields({ customer }: Entrance, posted?: PostedRequest) {
  return {
    asksName: !customer,
    asksEmail: !customer?.email,
    knowsPhone: Boolean(customer?.phone),
    isNeeded: !customer?.phone && !customer?.email,
    name: cleaned(posted?.contact.name)[0] ?? '',
    phone: cleaned(posted?.contact.phone)[0] ?? '',
    email: cleaned(posted?.contact.email)[0] ?? '',
    problems: posted?.contactRead.problems ?? {},
  }
}
