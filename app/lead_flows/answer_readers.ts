import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { displayPhone, toE164 } from '#app/platform/phone'
import { dayInWords } from '#app/lead_flows/arrival_window'
import { sayAt, type Place } from '#app/lead_flows/place'
import type { ComposedType, Question, QuestionType, UploadType } from '#app/lead_flows/question'

export type Value = string | string[] | number | boolean | Record<string, string>
export type Reading = { value: Value; text: string } | { problem: string }

type Reader = (given: string[], question: Question, place: Place) => Reading

const upTo =
  (limit: number): Reader =>
  ([given], _, place) =>
    given.length > limit
      ? { problem: sayAt(place)('answers.too_long_by', { limit, length: given.length }) }
      : { value: given, text: given }

const choice: Reader = ([given], { options }, place) =>
  options.includes(given) ? { value: given, text: given } : { problem: sayAt(place)('answers.choice') }

const choices: Reader = (given, { options }, place) => {
  const chosen = options.filter((option) => given.includes(option))
  const isKnown = given.every((one) => options.includes(one))
  return isKnown
    ? { value: chosen, text: chosen.join(', ') }
    : { problem: sayAt(place)('answers.multi_choice') }
}

const number: Reader = ([given], _, place) => {
  const value = Number(ungrouped(given.replace(/\s/g, ''), place.locale).replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) < 1e12
    ? { value, text: value.toLocaleString(place.locale, { maximumFractionDigits: 6 }) }
    : { problem: sayAt(place)('answers.number') }
}

const date: Reader = ([given], _, place) =>
  isDay(given)
    ? { value: given, text: dayInWords(given, place.locale) }
    : { problem: sayAt(place)('answers.date') }

const phone: Reader = ([given], _, place) => {
  const value = toE164(given, place.country)
  return value
    ? { value, text: displayPhone(value, place.country) }
    : { problem: sayAt(place)('answers.phone') }
}

const email: Reader = ([given], _, place) =>
  given.length <= 254 && vine.helpers.isEmail(given)
    ? { value: given, text: given }
    : { problem: sayAt(place)('answers.email') }

const consent: Reader = (_, __, place) => ({ value: true, text: sayAt(place)('answers.agreed') })

export const READERS: Record<Exclude<QuestionType, UploadType | 'section' | ComposedType>, Reader> = {
  short_text: upTo(200),
  long_text: upTo(4000),
  choice,
  multi_choice: choices,
  number,
  date,
  phone,
  email,
  consent,
}

export function isDay(given: string) {
  const day = DateTime.fromISO(given, { zone: 'utc' })
  return /^\d{4}-\d{2}-\d{2}$/.test(given) && day.isValid && day.year > 1900 && day.year < 2200
}

// "12,000" is twelve thousand in Denver and twelve in Berlin.
function ungrouped(digits: string, locale: string) {
  const group = (1000).toLocaleString(locale).includes('.') ? '.' : ','
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(?!\\d)`).test(digits)
  return isGrouped ? digits.replaceAll(group, '') : digits
}
