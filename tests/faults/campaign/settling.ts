import { setTimeout as sleep } from 'node:timers/promises'
import type { Observer } from '#tests/faults/campaign/observer'
import { depths } from '#tests/faults/campaign/queues'
import { PROCESSES, type Stage } from '#tests/faults/campaign/stage'
import { until } from '#tests/until'

const WITHIN = 480_000

/** Everybody dies once more, so that nobody is still sending; then the waits of the timers pass quickly. */
export async function settle(stage: Stage, observer: Observer) {
  for (const name of PROCESSES) await stage.kill(name)
  const [{ at }] = await observer.ask<{ at: Date }>('select clock_timestamp() as at')
  await until(
    async () => {
      await hurryTimers(observer, at)
      await sleep(500)
      return (await unsettled(stage, observer)) === 0
    },
    { within: WITHIN, what: 'everything has settled' }
  )
}

// The watch over a sender who is at work must keep its time.
async function hurryTimers(observer: Observer, before: Date) {
  await observer.ask(
    `update pgboss.job set start_after = now() where name = 'timers' and state in ('created', 'retry')
       and start_after > now() and (created_on < $1 or data->>'timer' <> 'delivery_watch')`,
    [before]
  )
}

async function unsettled(stage: Stage, observer: Observer) {
  const { waiting, retrying } = await depths(stage.broker.url, stage.prefix)
  const [{ count }] = await observer.ask<{ count: number }>(
    `select ((select count(*) from outbox) + (select count(*) from deliveries where state in ('queued', 'sending'))
       + (select count(*) from pgboss.job where name = 'timers' and state in ('created', 'retry', 'active')
           and data->>'timer' <> 'delivery_watch'))::int as count`
  )
  return waiting + retrying + count
}
