import type { Data } from '@generated/data'

export type Question = Data.LeadFlows.LeadFlowDraft['questions'][number]
export type QuestionType = Question['type']

type Kind = { label: string; icon: string; ask: string }

/** How each type of question is called, and how a new one begins. */
export const QUESTION_KINDS: Record<QuestionType, Kind> = {
  short_text: { label: 'Short text', icon: 'i-lucide-minus', ask: '' },
  long_text: { label: 'Long text', icon: 'i-lucide-text', ask: '' },
  choice: { label: 'One answer', icon: 'i-lucide-circle-dot', ask: '' },
  multi_choice: { label: 'Several answers', icon: 'i-lucide-square-check', ask: '' },
  number: { label: 'Number', icon: 'i-lucide-hash', ask: '' },
  date: { label: 'Date', icon: 'i-lucide-calendar', ask: '' },
  window: { label: 'Day and time of arrival', icon: 'i-lucide-calendar-clock', ask: 'When suits you?' },
  phone: { label: 'Phone number', icon: 'i-lucide-phone', ask: 'Phone number' },
  email: { label: 'E-mail address', icon: 'i-lucide-mail', ask: 'E-mail address' },
  address: { label: 'Address', icon: 'i-lucide-map-pin', ask: 'Where is it?' },
  photo: { label: 'Photos', icon: 'i-lucide-camera', ask: 'Photos' },
  file: { label: 'Files', icon: 'i-lucide-paperclip', ask: 'Files' },
  consent: { label: 'Consent', icon: 'i-lucide-shield-check', ask: 'I agree that ' },
  section: { label: 'Section heading', icon: 'i-lucide-heading', ask: '' },
}

export const hasOptions = (type: QuestionType) => type === 'choice' || type === 'multi_choice'

const PRESETTABLE: QuestionType[] = ['short_text', 'long_text', 'choice', 'multi_choice', 'number']
export const isPresettable = (type: QuestionType) => PRESETTABLE.includes(type)

const HOURS = ['08:00-10:00', '10:00-12:00', '13:00-15:00', '15:00-17:00']

/** What a question of this type offers before anybody has written anything. */
export function optionsFor(type: QuestionType): string[] {
  if (type === 'window') return [...HOURS]
  return hasOptions(type) ? ['', ''] : []
}

const newId = () => `q${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`

export function newQuestion(type: QuestionType): Question {
  return {
    id: newId(),
    type,
    label: QUESTION_KINDS[type].ask,
    help: null,
    required: type === 'consent',
    options: optionsFor(type),
    preset: [],
    condition: null,
  }
}

export const copyOf = (question: Question): Question => ({
  ...question,
  id: newId(),
  options: [...question.options],
  preset: [...(question.preset ?? [])],
})
