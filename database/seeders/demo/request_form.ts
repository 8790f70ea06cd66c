import { AnswerSheet } from '#app/lead_flows/answer_sheet'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import type { Place } from '#app/lead_flows/place'
import type { Question } from '#app/lead_flows/question'
import type { Dice } from './dice.js'
import type { Trouble } from './requests.js'
import type { Words } from './words.js'

type Filling = {
  version: LeadFlowVersion
  trouble: Trouble
  photoIds: string[]
  words: Words
  dice: Dice
  place: Place
}

/** The form of that time as a customer fills it in. */
export function fillIn({ version, place, photoIds, ...filling }: Filling) {
  const { questions } = version
  const described = questions.find(({ type }) => type === 'long_text')
  const given = Object.fromEntries(
    questions.map((question) => [question.id, answerTo(question, question === described, filling)])
  )
  const photos = questions.filter(({ type }) => type === 'photo').map(({ id }) => [id, photoIds])
  return new AnswerSheet(questions, given, Object.fromEntries(photos), place)
}

type Mind = Pick<Filling, 'trouble' | 'words' | 'dice'>

function answerTo(question: Question, isDescription: boolean, { trouble, words, dice }: Mind) {
  const { theme, text } = trouble
  switch (question.type) {
    case 'long_text':
      if (isDescription) return text
      return dice.chance(0.55) ? dice.pick(words.asides) : undefined
    case 'choice':
      if (question.label === words.running?.label)
        return dice.pick(words.running.answers[theme.isUrgent ? 'urgent' : 'calm'])
      return theme.about
    case 'multi_choice':
      return timesOf(theme.isUrgent ?? false, words, dice)
    default:
      return undefined
  }
}

function timesOf(isUrgent: boolean, { times: [soon, ...others] }: Words, dice: Dice) {
  if (isUrgent && dice.chance(0.75)) return [soon]
  return dice.chance(0.6) ? [dice.pick(others)] : dice.shuffle(others).slice(0, 2)
}
