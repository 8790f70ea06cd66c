import { printable } from '#app/platform/printable'
import { isAsked, type Question } from '#app/lead_flows/question'
import { READERS, WHEN_MISSING, type Place, type Value } from '#app/lead_flows/answer_readers'

/** One answered question, with the words it was asked in. */
export type Answer = { questionId: string; type: string; label: string; value: Value | null; text: string }

const SUMMARY_LENGTH = 140
const SUMMARISES = ['short_text', 'long_text', 'choice', 'multi_choice']

/** What somebody filled in: the answers that can be kept, and what is wrong with the others, by question. */
export class AnswerSheet {
  readonly answers: Answer[] = []
  readonly problems: Record<string, string> = {}

  constructor(
    private questions: Question[],
    private given: Record<string, unknown>,
    private photoIds: Record<string, string[]>,
    private place: Place
  ) {
    for (const question of this.questions.filter(isAsked)) this.read(question)
  }

  get isAcceptable() {
    return Object.keys(this.problems).length === 0
  }

  /** What the request is about, in its first words. */
  get summary() {
    const first = this.answers.find(({ type, text }) => SUMMARISES.includes(type) && text)
    const line = (first?.text ?? 'New request').replace(/\s+/g, ' ')
    return line.length <= SUMMARY_LENGTH ? line : `${line.slice(0, SUMMARY_LENGTH - 1).trimEnd()}…`
  }

  private read(question: Question) {
    const given =
      question.type === 'photo' ? (this.photoIds[question.id] ?? []) : cleaned(this.given[question.id])
    if (given.length) {
      this.keep(question, given)
    } else if (question.required) {
      this.problems[question.id] = WHEN_MISSING[question.type]
    }
  }

  private keep(question: Question, given: string[]) {
    const reading =
      question.type === 'photo'
        ? photos(given)
        : READERS[question.type as keyof typeof READERS](given, question, this.place)
    const { id: questionId, type, label } = question
    if ('problem' in reading) {
      this.problems[questionId] = reading.problem
    } else {
      this.answers.push({ questionId, type, label, ...reading })
    }
  }
}

const photos = (ids: string[]) => ({
  value: ids,
  text: ids.length === 1 ? '1 photo' : `${ids.length} photos`,
})

/** Whatever a form or a robot sent, as trimmed text without characters that no database or screen can hold. */
export function cleaned(given: unknown): string[] {
  return [given]
    .flat()
    .filter((one): one is string => typeof one === 'string')
    .map((one) => printable(one.replace(/\r\n?/g, '\n')).trim())
    .filter(Boolean)
    .slice(0, 50)
}
