import { randomBytes } from 'node:crypto'

export const QUESTION_TYPES = [
  'short_text',
  'long_text',
  'choice',
  'multi_choice',
  'number',
  'date',
  'phone',
  'email',
  'photo',
  'consent',
  'section',
] as const

export type QuestionType = (typeof QUESTION_TYPES)[number]

export type Question = {
  id: string
  type: QuestionType
  label: string
  help: string | null
  required: boolean
  options: string[]
}

/** Begins with a letter, so that no form parser takes it for a place in a list. */
export const newQuestionId = () => `q${randomBytes(6).toString('hex')}`

export const isAsked = ({ type }: Question) => type !== 'section'
export const hasOptions = ({ type }: { type: QuestionType }) => type === 'choice' || type === 'multi_choice'

/** Without what its type has no use for, left over from another type. */
export const tidied = (question: Question): Question => ({
  ...question,
  required: question.required && isAsked(question),
  options: hasOptions(question) ? question.options : [],
})
