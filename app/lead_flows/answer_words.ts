import { arrivalInWords, dayInWords } from '#app/lead_flows/arrival_window'
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
      return dayInWords(String(value), place.locale)
    case 'window': {
      // `2027-03-09T08:00/10:00`
      const [day, hours] = String(value).split('T')
      return arrivalInWords(day, hours.replace('/', '-'), place.locale)
    }
    case 'consent':
      return sayAt(place)('answers.agreed')
    default:
      return text
  }
}
