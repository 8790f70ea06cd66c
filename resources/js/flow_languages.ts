import type { Data } from '@generated/data'
import type { Question } from '~/question_types'

export type Language = Data.LeadFlows.LeadFlowDraft['language']
export type Translations = Data.LeadFlows.LeadFlowDraft['translations']
export type Translation = NonNullable<Translations[Language]>

export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Spanish' }
export const otherThan = (language: Language): Language => (language === 'en' ? 'es' : 'en')

type Content = { intro: string | null; successText: string | null; questions: Question[] }
type Place = {
  question?: string
  part: 'intro' | 'successText' | 'label' | 'help' | 'option'
  option?: string
}
export type Text = Place & { key: string; original: string }

/** Everything in a flow that is to be translated, in its order. */
export function textsOf({ intro, successText, questions }: Content): Text[] {
  const texts = [
    text({ part: 'intro' }, intro),
    ...questions.flatMap(({ id: question, type, label, help, options }) => [
      text({ question, part: 'label' }, label),
      text({ question, part: 'help' }, help),
      ...(type === 'window'
        ? []
        : options.map((option) => text({ question, part: 'option', option }, option))),
    ]),
    text({ part: 'successText' }, successText),
  ]
  return texts.filter(({ original }) => original)
}

export function translationOf({ question, part, option }: Place, words: Translation) {
  if (part === 'intro' || part === 'successText') return words[part] ?? ''
  const own = words.questions[question!]
  return (part === 'option' ? own?.options?.[option!] : own?.[part as 'label' | 'help']) ?? ''
}

export function withTranslation(
  { question, part, option }: Place,
  given: string,
  words: Translation
): Translation {
  const value = given || null
  if (part === 'intro' || part === 'successText') return { ...words, [part]: value }
  const own = words.questions[question!] ?? {}
  const changed =
    part === 'option' ? { ...own, options: { ...own.options, [option!]: value } } : { ...own, [part]: value }
  return { ...words, questions: { ...words.questions, [question!]: changed } }
}

const text = (place: Place, original: string | null): Text => ({
  ...place,
  key: [place.question, place.part, place.option].filter(Boolean).join(':'),
  original: original ?? '',
})
