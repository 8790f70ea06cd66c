import { addressParts, type AddressPart } from '#app/platform/postal_address'
import { FILES_ACCEPTED, PHOTOS_ACCEPTED } from '#app/attachments/accepted'
import type { UploadType } from '#app/lead_flows/question'
import { windowInWords } from '#app/lead_flows/arrival_window'
import { cleaned, partsOf } from '#app/lead_flows/answer_sheet'
import type { Place } from '#app/lead_flows/place'
import type { SpokenQuestion } from '#app/lead_flows/translation'
import { shownAmong } from '#app/lead_flows/showing'
import type { PostedRequest } from '#app/requests/posted_request'

const ACCEPTED: Record<UploadType, string> = { photo: PHOTOS_ACCEPTED, file: FILES_ACCEPTED }

const AUTOCOMPLETE: Record<AddressPart, string> = {
  street: 'address-line1',
  unit: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postcode: 'postal-code',
}

/** The questions as fields of the page, with what was typed or what stands there from the beginning. */
export function fieldsFor(questions: SpokenQuestion[], place: Place, posted?: PostedRequest) {
  const presets = new Map(questions.map(({ id, preset }) => [id, preset ?? []]))
  const shown = posted?.sheet.shown ?? shownAmong(questions, (id) => presets.get(id) ?? [])
  return Promise.all(
    questions.map(async (question) => ({
      ...question,
      isShown: shown.has(question.id),
      dependsOn: dependenceOf(question, questions),
      given: posted ? cleaned(posted.answers[question.id]) : (question.preset ?? []),
      parts: partsOf(posted?.answers[question.id]),
      choices: choicesOf(question, place),
      lines: question.type === 'address' ? linesFor(place) : [],
      accepts: ACCEPTED[question.type as UploadType] ?? null,
      problem: posted?.sheet.problems[question.id] ?? null,
      refusals: posted?.files.refusals[question.id] ?? [],
      held: posted ? await posted.files.shown(question.id) : [],
    }))
  )
}

/** What stands in the way of sending, question by question. */
export const problemsIn = (fields: Awaited<ReturnType<typeof fieldsFor>>) =>
  fields.flatMap(({ id, label, problem, refusals }) =>
    [problem, ...refusals].filter((one) => one !== null).map((words) => ({ id, label, words }))
  )

const choicesOf = ({ type, options, optionWords }: SpokenQuestion, { locale }: Place) =>
  options.map((value) => ({
    value,
    label: type === 'window' ? windowInWords(value, locale) : optionWords[value] || value,
  }))

const linesFor = ({ country }: Place) =>
  addressParts(country).map((part) => ({ part, autocomplete: AUTOCOMPLETE[part] }))

function dependenceOf({ condition }: SpokenQuestion, questions: SpokenQuestion[]) {
  const other = condition && questions.find(({ id }) => id === condition.question)
  return other
    ? {
        label: other.label,
        is: condition.is.map((one) => other.optionWords[one] || one).join(', '),
        type: other.type,
      }
    : null
}
