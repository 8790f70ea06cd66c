import { PoisonError } from '#app/platform/bus/bus'
import { NewerEventError } from '#app/platform/events/event_versions'
import { isOutage } from '#app/platform/outage'

/** `attempts`: how many of them count from now on. */
type NextStep = { attempts: number } & ({ retryIn: number } | { cause: string })

/** What becomes of a message whose handling failed: the same on every driver. */
export class RetryLadder {
  constructor(readonly steps: number[]) {}

  /** `attempts` counts the failed ones, this one included. What could not be tried waits without climbing. */
  after(attempts: number, error: unknown): NextStep {
    const asked = askedWait(error)
    if (asked !== null) {
      return {
        attempts: attempts - 1,
        retryIn: this.steps.find((step) => step >= asked) ?? this.steps.at(-1)!,
      }
    } else if (isOutage(error)) {
      return { attempts: attempts - 1, retryIn: this.steps[0] }
    } else if (error instanceof NewerEventError) {
      return { attempts: attempts - 1, retryIn: this.steps[1] ?? this.steps[0] }
    } else if (error instanceof PoisonError || attempts > this.steps.length) {
      return { attempts, cause: causeOf(error) }
    } else {
      return { attempts, retryIn: this.steps[attempts - 1] }
    }
  }
}

/** Who is asked by a vendor to come back later has not failed. */
function askedWait(error: unknown) {
  const { retryAt } = (error ?? {}) as { retryAt?: unknown }
  return error instanceof Error && retryAt instanceof Date ? retryAt.getTime() - Date.now() : null
}

function causeOf(error: unknown) {
  const { code, message } =
    error instanceof Error
      ? (error as Error & { code?: string })
      : { code: undefined, message: String(error) }
  return [code, message].filter(Boolean).join(': ').slice(0, 2000)
}
