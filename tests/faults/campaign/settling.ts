import { setTimeout as sleep } from 'node:timers/promises'
import type { Observer } from '#tests/faults/campaign/observer'
import { depths } from '#tests/faults/campaign/queues'
import { PROCESSES, type Stage } from '#tests/faults/campaign/stage'

const QUIET = 6000
const DEADLOCK = '40P01'
/** As long as less and less is left to do, it is worth waiting. */
const WITHOUT_PROGRESS = 180_000

const WAITS = `data->>'timer' in ('delivery_retry', 'held_deliveries', 'webhook_retry', 'webhook_release')`

// What time would do: waits pass, and whoever was sending when the last process died is missed. The others keep their time.
const PASSING = [
  `update pgboss.job set start_after = now() where name = 'timers' and state in ('created', 'retry')
     and start_after > now() and ${WAITS}`,
  'update providers set retry_at = clock_timestamp() where opened_at is not null and retry_at > clock_timestamp()',
  'update webhook_endpoints set broken_until = clock_timestamp() where broken_until > clock_timestamp()',
]
/** What is sent to the outside, and who looks after those whose sender has died. */
const SENT = { deliveries: 'stranded_deliveries', webhook_deliveries: 'stranded_webhooks' }

/** Everybody dies once more, so that nobody is still sending; then time passes quickly until there is nothing left to do. */
export async function settle(stage: Stage, observer: Observer) {
  for (const name of PROCESSES) await stage.kill(name)
  await sleep(200)
  for (const [table, timer] of Object.entries(SENT)) {
    await observer.ask(`update ${table} set claimed_at = now() - interval '1 day' where state = 'sending'`)
    await observer.ask(`select schedule_installation_timer('${timer}', '{}', now())`)
  }
  for (let [least, since] = [Infinity, Date.now()]; ;) {
    // Whoever is at work meanwhile may stand in the way; it is said again in a moment.
    for (const sql of PASSING) await observer.ask(sql).catch(unlessDeadlocked)
    await sleep(500)
    const left = await unsettled(stage, observer)
    if (left === 0 && (await isQuiet(observer))) return
    if (left < least) [least, since] = [left, Date.now()]
    if (Date.now() - since > WITHOUT_PROGRESS)
      throw new Error(`Nothing has settled for ${WITHOUT_PROGRESS} ms; ${left} are left`)
  }
}

function unlessDeadlocked(error: { code?: string }) {
  if (error.code !== DEADLOCK) throw error
}

// What a worker has fetched is not in its queue any more, and not done yet.
async function isQuiet(observer: Observer) {
  const done = () => observer.count('consumed_events')
  const before = await done()
  await sleep(QUIET)
  return (await done()) === before
}

async function unsettled(stage: Stage, observer: Observer) {
  const { waiting, retrying } = await depths(stage.broker.url, stage.prefix)
  const [{ count }] = await observer.ask<{ count: number }>(
    `select ((select count(*) from outbox) + (select count(*) from turns)
       + (select count(*) from deliveries where state in ('queued', 'sending'))
       + (select count(*) from webhook_deliveries where state in ('queued', 'held', 'sending'))
       + (select count(*) from pgboss.job where name = 'timers' and state in ('created', 'retry', 'active')
           and ${WAITS}))::int as count`
  )
  return waiting + retrying + count
}
