import { newQuestionId, type Question, type QuestionType } from '#app/lead_flows/question'

export const ask = (type: QuestionType, label: string, rest: Partial<Question> = {}): Question => ({
  id: newQuestionId(),
  type,
  label,
  help: null,
  required: false,
  options: [],
  ...rest,
})
