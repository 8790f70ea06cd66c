import type { Language } from '#app/platform/say'
import type { Question } from '#app/lead_flows/question'

/** What a question says in another language; an option by its own words. */
export type QuestionWords = {
  label?: string | null
  help?: string | null
  options?: Record<string, string | null>
}

export type Translation = {
  intro?: string | null
  successText?: string | null
  questions: Record<string, QuestionWords>
}
export type Translations = Partial<Record<Language, Translation>>

/** A question as somebody reads it: answers stay those of the language that the flow is written in. */
export type SpokenQuestion = Question & { optionWords: Record<string, string | null> }

export const spoken = (question: Question, words: QuestionWords = {}): SpokenQuestion => ({
  ...question,
  label: words.label || question.label,
  help: question.help && (words.help || question.help),
  optionWords: words.options ?? {},
})
