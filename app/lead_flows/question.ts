import { randomBytes } from 'node:crypto'
import type { Condition } from '#app/lead_flows/showing'

export const QUESTION_TYPES = [
  'short_text',
  'long_text',
  'choice',
  'multi_choice',
  'number',
  'date',
  'window',
  'phone',
  'email',
  'address',
  'photo',
  'file',
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
  /** What there is to choose from; for a window the hours, as `08:00-10:00`. */
  options: string[]
  /** The answer that stands there already. */
  preset?: string[]
  /** When the question is asked; always without one. */
  condition?: Condition | null
}

/** Answered with files; a file may be a document, or a photo too. */
export type UploadType = 'photo' | 'file'

/** Answered in several fields. */
export type ComposedType = 'window' | 'address'
export const COMPOSED_TYPES: readonly QuestionType[] = ['window', 'address'] satisfies ComposedType[]
const PRESETTABLE: QuestionType[] = ['short_text', 'long_text', 'choice', 'multi_choice', 'number']

/** Begins with a letter, so that no form parser takes it for a place in a list. */
export const newQuestionId = () => `q${randomBytes(6).toString('hex')}`

export const isAsked = ({ type }: Question) => type !== 'section'
export const isUpload = ({ type }: { type: string }) => type === 'photo' || type === 'file'
export const isComposed = ({ type }: { type: QuestionType }) => COMPOSED_TYPES.includes(type)
export const isPresettable = ({ type }: { type: QuestionType }) => PRESETTABLE.includes(type)
export const hasOptions = ({ type }: { type: QuestionType }) => type === 'choice' || type === 'multi_choice'
const offers = (question: Question) => hasOptions(question) || question.type === 'window'

/** Without what its type has no use for, left over from another type. */
export const tidied = (question: Question): Question => ({
  ...question,
  required: question.required && isAsked(question),
  options: offers(question) ? question.options : [],
  preset: isPresettable(question) ? (question.preset ?? []) : [],
  condition: question.condition ?? null,
})
