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
  phone: { label: 'Phone number', icon: 'i-lucide-phone', ask: 'Phone number' },
  email: { label: 'E-mail address', icon: 'i-lucide-mail', ask: 'E-mail address' },
  photo: { label: 'Photos', icon: 'i-lucide-camera', ask: 'Photos' },
  consent: { label: 'Consent', icon: 'i-lucide-shield-check', ask: 'I agree that ' },
  section: { label: 'Section heading', icon: 'i-lucide-heading', ask: '' },
}

export const hasOptions = (type: QuestionType) => type === 'choice' || type === 'multi_choice'

const newId = () => `q${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`

export function newQuestion(type: QuestionType): Question {
  const options = hasOptions(type) ? ['', ''] : []
  return {
    id: newId(),
    type,
    label: QUESTION_KINDS[type].ask,
    help: null,
    required: type === 'consent',
    options,
  }
}

export const copyOf = (question: Question): Question => ({
  ...question,
  id: newId(),
  options: [...question.options],
})
