import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { hasOptions, isAsked, isPresettable, type Question } from '#app/lead_flows/question'
import { ARRIVAL_WINDOW, startsBeforeItEnds } from '#app/lead_flows/arrival_window'

const questionsIn = ({ data }: FieldContext) => (data as { questions: Question[] }).questions
const placeOf = (field: FieldContext) => Number(/^questions\.(\d+)/.exec(field.getFieldPath())![1])

export const hasEnoughOptions = vine.createRule((options, _, field) => {
  const { type } = field.parent as Question
  if (!Array.isArray(options)) return
  if (hasOptions({ type }) && options.length < 2) {
    field.report('Add at least two answers to choose from.', 'options', field)
  } else if (type === 'window' && !options.length) {
    field.report('Add at least one time of arrival.', 'options', field)
  }
})

/** Whether one option is written as its question needs it. */
export const isOption = vine.createRule((option, _, field) => {
  const isWindow = questionsIn(field)[placeOf(field)]?.type === 'window'
  if (!isWindow || typeof option !== 'string') return
  if (!ARRIVAL_WINDOW.test(option) || !startsBeforeItEnds(option)) {
    field.report('Choose when the time begins, and a later end.', 'window', field)
  }
})

/** What stands there already has to be an answer that could be given. */
export const isPossibleAnswer = vine.createRule((preset, _, field) => {
  const question = field.parent as Question
  if (!Array.isArray(preset) || !preset.length || !isPresettable(question)) return
  const isUnknown = hasOptions(question) && preset.some((one) => !question.options?.includes(one))
  if (isUnknown) field.report('This is no longer one of the answers. Choose again.', 'preset', field)
  if (question.type === 'number' && !/^-?[\d., ]{1,20}$/.test(preset[0]))
    field.report('Write a number, for example 2 or 3.5.', 'preset', field)
})

/** A condition looks back, to a question that is asked and to answers that can be given. */
export const looksBack = vine.createRule((id, _, field) => {
  const questions = questionsIn(field)
  const other = questions.slice(0, placeOf(field)).find((one) => one.id === id)
  const { is } = field.parent as { is: unknown }
  if (!other || !isAsked(other)) {
    field.report('Choose a question that is asked before this one.', 'condition', field)
  } else if (hasOptions(other) && [is].flat().some((one) => !other.options?.includes(String(one)))) {
    field.report('Its answer is not one of the answers there any more. Choose again.', 'condition', field)
  }
})
