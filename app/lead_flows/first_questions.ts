import { newQuestionId, type Question } from '#app/lead_flows/question'

const ask = (
  question: Omit<Question, 'id' | 'help' | 'required' | 'options'> & Partial<Question>
): Question => ({
  id: newQuestionId(),
  help: null,
  required: false,
  options: [],
  ...question,
})

/** What a home-service company asks before anybody has thought about it. */
export const firstQuestions = () => [
  ask({
    type: 'long_text',
    label: 'What do you need help with?',
    help: 'A sentence or two is enough.',
    required: true,
  }),
  ask({
    type: 'multi_choice',
    label: 'When suits you?',
    options: ['As soon as possible', 'Weekday mornings', 'Weekday afternoons', 'Evenings', 'Weekends'],
  }),
  ask({
    type: 'long_text',
    label: 'Anything we should know?',
    help: 'Parking, pets, a gate code, who will be at home.',
  }),
  ask({ type: 'photo', label: 'Photos', help: 'A picture of the problem often saves a visit.' }),
]
