import type { Result } from '#tests/faults/campaign/campaign'
import { sum } from '#tests/faults/campaign/verdict'

const BACK_WITHIN = 3000
const DRAIN = 5000

/** Says what was measured, and whether it is as it must be. */
export function report(result: Result, say: (line: string) => void) {
  const {
    wishes,
    events,
    kills,
    disturbances,
    deliveries,
    webhooks,
    dead,
    faults,
    falls,
    back,
    outage,
    seconds,
  } = result
  say(`\n${sum(kills)} kills in ${seconds} s: ${listed(kills)}`)
  say(`${sum(disturbances)} disturbances: ${listed(disturbances)}`)
  if (Object.keys(falls).length > 0) say(`Ended by themselves and were started again: ${listed(falls)}`)
  say(
    `${wishes.asked} wishes, ${wishes.answered} answered, ${wishes.givenUp} given up: ${listed(wishes.byKind)}`
  )
  const bulk = outage?.bulk ?? 0
  say(
    `${events - bulk} events of the load and ${bulk} in bulk; deliveries: ${listed(deliveries)}; webhooks: ${listed(webhooks)}`
  )
  for (const [what, times] of Object.entries(back)) {
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    say(
      `Milliseconds from ${what} up to the first success: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} of ${times.length}`
    )
  }
  if (outage) {
    say(
      `Broker away for ${outage.seconds} s: ${outage.writes} writes, ${outage.failedWrites} failed; ${outage.waiting} events waited and left at ${outage.drainedPerSecond}/s`
    )
  }
  for (const [fault, count] of Object.entries(faults))
    say(`${count === 0 ? 'ok  ' : 'BAD '} ${count} ${fault}`)
  if (sum(dead) > 0) say(`Dead letters: ${listed(dead)}`)
  const writes = Object.entries(back)
    .filter(([what]) => ['web', 'database'].includes(what))
    .flatMap(([, times]) => times)
  const checks = {
    'nothing lost, nothing twice': Object.values(faults).every((count) => count === 0),
    [`first write within ${BACK_WITHIN / 1000} s`]: writes.every((time) => time <= BACK_WITHIN),
    ...(outage && {
      'no write failed while the broker was away': outage.failedWrites === 0,
      [`drained at ${DRAIN}/s or more`]: outage.drainedPerSecond >= DRAIN,
    }),
  }
  for (const [check, isMet] of Object.entries(checks)) say(`${isMet ? 'met     ' : 'NOT MET '} ${check}`)
  say('SIGKILL ends processes and keeps what the kernel holds: this is not what a power loss does.')
  return Object.values(checks).every(Boolean)
}

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
