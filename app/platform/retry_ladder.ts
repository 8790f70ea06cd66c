import { PoisonError } from '#app/platform/bus'

type NextStep = { retryIn: number } | { cause: string }

/** What becomes of a message whose handling failed: the same on every driver. */
export class RetryLadder {
  constructor(readonly steps: number[]) {}

  /** `attempts` counts the failed ones, this one included. */
  after(attempts: number, error: unknown): NextStep {
    if (error instanceof PoisonError || attempts > this.steps.length) {
      return { cause: causeOf(error) }
    } else {
      return { retryIn: this.steps[attempts - 1] }
    }
  }
}

function causeOf(error: unknown) {
  const { code, message } =
    error instanceof Error
      ? (error as Error & { code?: string })
      : { code: undefined, message: String(error) }
  return [code, message].filter(Boolean).join(': ').slice(0, 2000)
}
