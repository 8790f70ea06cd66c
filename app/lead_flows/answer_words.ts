import { DateTime } from 'luxon'
import { windowInWords } from '#app/lead_flows/arrival_window'
import type { Answer } from '#app/lead_flows/answer_sheet'
import { sayAt, type Place } from '#app/lead_flows/place'
import type { SpokenQuestion } from '#app/lead_flows/translation'

/** An answer in the language of its reader, who need not be of the company's. */
export function answerInWords({ type, value, text }: Answer, question: SpokenQuestion, place: Place) {
  const { optionWords } = question
  const option = (one: string) => optionWords[one] || one
  switch (type) {
    case 'choice':
      return option(text)
    case 'multi_choice':
      return (value as string[]).map(option).join(', ')
    case 'date':
      return dayInWords(String(value), place)
    case 'window':
      return arrivalInWords(String(value), place)
    case 'consent':
      return sayAt(place)('answers.agreed')
    default:
      return text
  }
}

const dayInWords = (day: string, { locale }: Place) =>
  DateTime.fromISO(day).setLocale(locale).toLocaleString(DateTime.DATE_HUGE)

/** `2027-03-09T08:00/10:00`, as a person would say it. */
function arrivalInWords(value: string, place: Place) {
  const [day, hours] = value.split('T')
  return `${dayInWords(day, place)}, ${windowInWords(hours.replace('/', '-'), place.locale)}`
}
