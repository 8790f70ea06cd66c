import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { displayPhone, toE164 } from '#app/platform/phone'
import type { Question, QuestionType } from '#app/lead_flows/question'

/** Where the company is: how its customers write numbers, phones and dates. */
export type Place = { country: string; locale: string }

export type Value = string | string[] | number | boolean
export type Reading = { value: Value; text: string } | { problem: string }

type Reader = (given: string[], question: Question, place: Place) => Reading

const upTo =
  (limit: number): Reader =>
  ([given]) =>
    given.length > limit
      ? {
          problem: `Write at most ${limit.toLocaleString('en')} characters. These are ${given.length.toLocaleString('en')}.`,
        }
      : { value: given, text: given }

const choice: Reader = ([given], { options }) =>
  options.includes(given) ? { value: given, text: given } : { problem: 'Choose one of the answers below.' }

const choices: Reader = (given, { options }) => {
  const chosen = options.filter((option) => given.includes(option))
  const isKnown = given.every((one) => options.includes(one))
  return isKnown ? { value: chosen, text: chosen.join(', ') } : { problem: 'Choose from the answers below.' }
}

const number: Reader = ([given], _, { locale }) => {
  const value = Number(ungrouped(given.replace(/\s/g, ''), locale).replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) < 1e12
    ? { value, text: value.toLocaleString(locale, { maximumFractionDigits: 6 }) }
    : { problem: 'Write a number, for example 2 or 3.5.' }
}

const date: Reader = ([given], _, { locale }) => {
  const day = DateTime.fromISO(given, { zone: 'utc' })
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && day.isValid && day.year > 1900 && day.year < 2200
  return isDay
    ? { value: given, text: day.setLocale(locale).toLocaleString(DateTime.DATE_HUGE) }
    : { problem: 'Choose a day, for example 2027-03-09.' }
}

const phone: Reader = ([given], _, { country }) => {
  const value = toE164(given, country)
  return value
    ? { value, text: displayPhone(value, country) }
    : { problem: 'Write a whole phone number, with its area code.' }
}

const email: Reader = ([given]) =>
  given.length <= 254 && vine.helpers.isEmail(given)
    ? { value: given, text: given }
    : { problem: 'Write an e-mail address, for example ann@example.com.' }

const consent: Reader = () => ({ value: true, text: 'Agreed' })

export const READERS: Record<Exclude<QuestionType, 'photo' | 'section'>, Reader> = {
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

export const WHEN_MISSING: Record<QuestionType, string> = {
  short_text: 'Write an answer.',
  long_text: 'Write an answer.',
  choice: 'Choose one of the answers.',
  multi_choice: 'Choose at least one answer.',
  number: 'Write a number.',
  date: 'Choose a day.',
  phone: 'Write a phone number.',
  email: 'Write an e-mail address.',
  photo: 'Add a photo.',
  consent: 'Tick this box to go on.',
  section: '',
}

// "12,000" is twelve thousand in Denver and twelve in Berlin.
function ungrouped(digits: string, locale: string) {
  const group = (1000).toLocaleString(locale).includes('.') ? '.' : ','
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(?!\\d)`).test(digits)
  return isGrouped ? digits.replaceAll(group, '') : digits
}
