export type Condition = {
  /** The question whose answer decides: one that is asked before. */
  question: string
  /** One of these answers; none named means any answer. */
  is: string[]
}

type Conditional = { id: string; condition?: Condition | null }

/**
 * The questions that somebody is asked who has answered so far. The one rule of server and browser: a question is shown
 * while the one it hangs on is shown and answered so.
 */
export function shownAmong(questions: Conditional[], answersTo: (id: string) => string[]): Set<string> {
  const shown = new Set<string>()
  for (const { id, condition } of questions) {
    const isShown = !condition || (shown.has(condition.question) && isMet(condition, answersTo))
    if (isShown) shown.add(id)
  }
  return shown
}

function isMet({ question, is }: Condition, answersTo: (id: string) => string[]) {
  const answers = answersTo(question)
  return is.length ? is.some((one) => answers.includes(one)) : answers.length > 0
}
