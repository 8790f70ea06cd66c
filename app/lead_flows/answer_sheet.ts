import { printable } from '#app/platform/printable'
import { COMPOSED_READERS } from '#app/lead_flows/composed_readers'
import { READERS, type Reading, type Value } from '#app/lead_flows/answer_readers'
import { sayAt, type Place } from '#app/lead_flows/place'
import { isAsked, isComposed, isUpload, type ComposedType, type Question } from '#app/lead_flows/question'
import { shownAmong } from '#app/lead_flows/showing'

/** One answered question, with the words it was asked in. */
export type Answer = { questionId: string; type: string; label: string; value: Value | null; text: string }

const SUMMARY_LENGTH = 140
const SUMMARISES = ['short_text', 'long_text', 'choice', 'multi_choice']

/** What somebody filled in: the answers that can be kept, and what is wrong with the others, by question. */
export class AnswerSheet {
  readonly answers: Answer[] = []
  readonly problems: Record<string, string> = {}
  /** The questions that were to be answered, as their conditions decide. */
  readonly shown: Set<string>

  constructor(
    private questions: Question[],
    private given: Record<string, unknown>,
    private fileIds: Record<string, string[]>,
    private place: Place
  ) {
    this.shown = shownAmong(questions, (id) => this.givenTo(id))
    const asked = questions.filter((question) => isAsked(question) && this.shown.has(question.id))
    for (const question of asked) this.read(question)
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

  /** Where the work is, when somebody was asked. */
  get address() {
    return this.answers.find(({ type }) => type === 'address')?.text ?? null
  }

  private read(question: Question) {
    const given = this.givenTo(question.id)
    if (given.length) {
      this.keep(question, given)
    } else if (question.required) {
      this.problems[question.id] = sayAt(this.place)(`answers.missing.${question.type}`)
    }
  }

  private keep(question: Question, given: string[]) {
    const { id: questionId, type, label } = question
    const reading = this.readingOf(question, given)
    if ('problem' in reading) {
      this.problems[questionId] = reading.problem
    } else {
      this.answers.push({ questionId, type, label, ...reading })
    }
  }

  private readingOf(question: Question, given: string[]): Reading {
    if (isUpload(question)) {
      const what = question.type === 'photo' ? 'photos' : 'files'
      return { value: given, text: sayAt(this.place)(`answers.${what}`, { count: given.length }) }
    } else if (isComposed(question)) {
      const read = COMPOSED_READERS[question.type as ComposedType]
      return read(partsOf(this.given[question.id]), question, this.place)
    } else {
      return READERS[question.type as keyof typeof READERS](given, question, this.place)
    }
  }

  private givenTo(id: string): string[] {
    const question = this.questions.find((one) => one.id === id)
    if (!question) return []
    if (isUpload(question)) return this.fileIds[id] ?? []
    return isComposed(question) ? Object.values(partsOf(this.given[id])) : cleaned(this.given[id])
  }
}

/** Whatever a form or a robot sent, as trimmed text without characters that no database or screen can hold. */
export function cleaned(given: unknown): string[] {
  return [given]
    .flat()
    .filter((one): one is string => typeof one === 'string')
    .map((one) => printable(one.replace(/\r\n?/g, '\n')).trim())
    .filter(Boolean)
    .slice(0, 50)
}

/** The fields of an answer that has several, without the empty ones. */
export function partsOf(given: unknown): Record<string, string> {
  const fields = given && typeof given === 'object' && !Array.isArray(given) ? Object.entries(given) : []
  const parts = fields.slice(0, 20).map(([name, value]) => [name, cleaned(value)[0]] as const)
  return Object.fromEntries(parts.filter(([, value]) => value))
}
