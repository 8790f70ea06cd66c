import { DateTime } from 'luxon'
import type { Outcome } from '#app/platform/sending/posting'

/** One try to deliver something, as it stays on record. */
export type DeliveryTry = {
  provider?: string
  startedAt: string
  endedAt?: string
  outcome?: Outcome['state']
  code?: string
  /** What the provider said. */
  answer?: string
  providerId?: string | null
  nextTryAt?: string
  /** The provider was out of order: the delivery has as many tries left as before. */
  isUncounted?: true
}

const LONGEST = 500

/** How the last try ended. */
export function endOf(outcome: Outcome, at = DateTime.utc()) {
  const told =
    outcome.state === 'sent'
      ? { providerId: outcome.providerId, answer: outcome.answer?.slice(0, LONGEST) }
      : { code: outcome.code, answer: outcome.error.slice(0, LONGEST) }
  return { endedAt: at.toISO()!, outcome: outcome.state, ...told }
}

/** The tries with the end of the last one. */
export function ended(
  tries: DeliveryTry[],
  outcome: Outcome,
  more: Pick<DeliveryTry, 'nextTryAt' | 'isUncounted'> = {}
) {
  return tries.with(-1, { ...tries.at(-1)!, ...endOf(outcome), ...more })
}
