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

/** The tries with the end of the last one. */
export function ended(
  tries: DeliveryTry[],
  outcome: Outcome,
  more: Pick<DeliveryTry, 'nextTryAt' | 'isUncounted'> = {}
) {
  const told =
    outcome.state === 'sent'
      ? { providerId: outcome.providerId, answer: outcome.answer?.slice(0, LONGEST) }
      : { code: outcome.code, answer: outcome.error.slice(0, LONGEST) }
  const last = { ...tries.at(-1)!, endedAt: DateTime.utc().toISO(), outcome: outcome.state, ...told, ...more }
  return [...tries.slice(0, -1), last]
}
