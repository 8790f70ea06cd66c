import { DateTime } from 'luxon'
import { addressParts, isPostcode, onOneLine, type AddressPart } from '#app/platform/postal_address'
import { arrivalInWords } from '#app/lead_flows/arrival_window'
import { isDay, type Reading } from '#app/lead_flows/answer_readers'
import { sayAt, type Place } from '#app/lead_flows/place'
import type { ComposedType, Question } from '#app/lead_flows/question'

type Parts = Record<string, string | undefined>

const LONGEST_PART = 200
const NEEDED: AddressPart[] = ['street', 'city', 'postcode']

function window({ day, hours }: Parts, { options }: Question, place: Place): Reading {
  const say = sayAt(place)
  if (!day) return { problem: say('answers.window_without_day') }
  if (!isDay(day)) return { problem: say('answers.date') }
  if (day < DateTime.now().setZone(place.timeZone).toISODate()!) return { problem: say('answers.day_past') }
  if (!hours || !options.includes(hours)) return { problem: say('answers.window_without_hours') }
  const [from, to] = hours.split('-')
  return { value: `${day}T${from}/${to}`, text: arrivalInWords(day, hours, place.locale) }
}

function address(given: Parts, _: Question, place: Place): Reading {
  const say = sayAt(place)
  const parts = addressParts(place.country).filter((part) => given[part])
  const missing = NEEDED.find((part) => !given[part])
  if (missing) return { problem: say(`answers.address_without_${missing}`) }
  if (parts.some((part) => given[part]!.length > LONGEST_PART))
    return { problem: say('answers.too_long', { limit: LONGEST_PART }) }
  if (!isPostcode(given.postcode!, place.country)) return { problem: say('answers.postcode') }
  const value = Object.fromEntries(parts.map((part) => [part, given[part]!]))
  return { value, text: onOneLine({ ...value, country: place.country })! }
}

/** Answers that are given in several fields. */
export const COMPOSED_READERS: Record<ComposedType, typeof window> = { window, address }
