import { percentile, summary } from '#tests/bench/latencies'
import { openMailSink } from '#tests/bench/mail_sink'

type Round = { quiet: number[]; loud: number[] }

/** A mail server that tells of the mails somebody waits for, and counts all others. */
export async function openSharedSink() {
  const waiting = new Map<string, (at: number) => void>()
  let others = 0
  const sink = await openMailSink((recipient) => {
    const heard = waiting.get(recipient)
    if (heard) heard(performance.now())
    else others++
  })
  return { waiting, others: () => others, close: sink.close }
}

export type SharedSink = Awaited<ReturnType<typeof openSharedSink>>

/** Of all rounds together: quiet p99 by loud p99, so half is twice as long. */
export function quietByLoud(rounds: Round[]) {
  const quiet = rounds.flatMap((one) => one.quiet)
  const loud = rounds.flatMap((one) => one.loud)
  return {
    ratio: percentile(quiet, 0.99) / percentile(loud, 0.99),
    milliseconds: { quiet: summary(quiet), loud: summary(loud) },
  }
}
