import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'
import { LANGUAGES } from '#app/platform/say'
import { COMPARED_DAYS } from '#app/lead_flows/flow_comparison'
import { QUESTION_TYPES } from '#app/lead_flows/question'
import { hasEnoughOptions, isOption, isPossibleAnswer, looksBack } from '#app/lead_flows/question_rules'

const MOST_QUESTIONS = 40
const MOST_OPTIONS = 30

const versionNumber = vine.number().withoutDecimals().range([1, 1_000_000])
const words = (most: number) => vine.string().trim().maxLength(most)
// What is still being written may stand empty.
const unfinished = (most: number) => words(most).parse((value) => value ?? '')

const id = vine.string().regex(/^q[a-z0-9]{1,30}$/)
const options = vine.array(words(120).use(isOption())).maxLength(MOST_OPTIONS)

const draftQuestion = vine.object({
  id: id.clone(),
  type: vine.enum(QUESTION_TYPES),
  label: unfinished(300),
  help: words(500).nullable(),
  required: vine.boolean(),
  options: vine.array(unfinished(120)).maxLength(MOST_OPTIONS),
  preset: vine.array(unfinished(4000)).maxLength(MOST_OPTIONS).optional(),
  condition: vine
    .object({ question: id.clone(), is: vine.array(unfinished(120)).maxLength(MOST_OPTIONS) })
    .nullable()
    .optional(),
})

const question = vine.object({
  ...draftQuestion.getProperties(),
  label: words(300),
  options: options.distinct().use(hasEnoughOptions()),
  preset: vine.array(words(4000)).maxLength(MOST_OPTIONS).use(isPossibleAnswer()).optional(),
  condition: vine
    .object({ question: id.clone().use(looksBack()), is: vine.array(words(120)).maxLength(MOST_OPTIONS) })
    .nullable()
    .optional(),
})

const translation = () =>
  vine.object({
    intro: words(500).nullable().optional(),
    successText: words(500).nullable().optional(),
    questions: vine
      .record(
        vine.object({
          label: words(300).nullable().optional(),
          help: words(500).nullable().optional(),
          options: vine
            .record(words(120).nullable())
            .maxLength(MOST_OPTIONS * 2)
            .optional(),
        })
      )
      .maxLength(MOST_QUESTIONS * 2),
  })

const content = {
  basedOn: vine.string().maxLength(80),
  intro: words(500).nullable(),
  successText: words(500).nullable(),
  language: vine.enum(LANGUAGES).optional(),
  translations: vine.object({ en: translation().optional(), es: translation().optional() }).optional(),
}

export const newLeadFlowValidator = vine.create({ name: words(120).minLength(1) })

export const comparisonValidator = vine.create({
  other: vine.string().uuid().optional(),
  days: vine.enum(COMPARED_DAYS).optional(),
})
export const flowVersionsValidator = vine.create({ after: cursorRule().optional() })
export const shownVersionValidator = vine.create({
  version: versionNumber.clone().optional(),
  language: vine.enum(LANGUAGES).optional(),
})
export const restoredVersionValidator = vine.create({ version: versionNumber.clone() })

/** A draft is kept as it is being written; what it lacks is said when it is published. */
export const leadFlowDraftValidator = vine.create({
  ...content,
  name: unfinished(120),
  questions: vine.array(draftQuestion).maxLength(MOST_QUESTIONS).distinct('id'),
})

export const leadFlowValidator = vine.create({
  ...content,
  name: words(120),
  questions: vine.array(question).maxLength(MOST_QUESTIONS).distinct('id'),
})

const messages = new SimpleMessagesProvider({
  'name.required': 'Give the flow a name.',
  'questions.*.label.required': 'Write the question.',
  'questions.*.options.*.required': 'Write this answer, or remove it.',
  'questions.*.options.distinct': 'Two of these answers are the same.',
  'questions.array.maxLength': `A flow has at most ${MOST_QUESTIONS} questions.`,
  'questions.*.options.array.maxLength': `A question has at most ${MOST_OPTIONS} answers.`,
  maxLength: 'Use at most {{ max }} characters.',
})
leadFlowValidator.messagesProvider = messages
leadFlowDraftValidator.messagesProvider = messages
