import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { hasOptions, QUESTION_TYPES, type Question } from '#app/lead_flows/question'

const MOST_QUESTIONS = 40
const MOST_OPTIONS = 30

const hasEnoughOptions = vine.createRule((options, _, field) => {
  const isChoice = hasOptions(field.parent as Question)
  if (isChoice && Array.isArray(options) && options.length < 2) {
    field.report('Add at least two answers to choose from.', 'options', field)
  }
})

const question = vine.object({
  id: vine.string().regex(/^q[a-z0-9]{1,30}$/),
  type: vine.enum(QUESTION_TYPES),
  label: vine.string().trim().maxLength(300),
  help: vine.string().trim().maxLength(500).nullable(),
  required: vine.boolean(),
  options: vine
    .array(vine.string().trim().maxLength(120))
    .maxLength(MOST_OPTIONS)
    .distinct()
    .use(hasEnoughOptions()),
})

export const newLeadFlowValidator = vine.create({ name: vine.string().trim().minLength(1).maxLength(120) })

export const leadFlowValidator = vine.create({
  name: vine.string().trim().maxLength(120),
  basedOn: vine.string().maxLength(80),
  intro: vine.string().trim().maxLength(500).nullable(),
  successText: vine.string().trim().maxLength(500).nullable(),
  questions: vine.array(question).maxLength(MOST_QUESTIONS).distinct('id'),
})

leadFlowValidator.messagesProvider = new SimpleMessagesProvider({
  'name.required': 'Give the flow a name.',
  'questions.*.label.required': 'Write the question.',
  'questions.*.options.*.required': 'Write this answer, or remove it.',
  'questions.*.options.distinct': 'Two of these answers are the same.',
  'questions.array.maxLength': `A flow has at most ${MOST_QUESTIONS} questions.`,
  'questions.*.options.array.maxLength': `A question has at most ${MOST_OPTIONS} answers.`,
  maxLength: 'Use at most {{ max }} characters.',
})
