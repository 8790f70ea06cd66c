import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import db from '@adonisjs/lucid/services/db'
import { workers } from '#start/workers'
import { requestTimes } from '#app/platform/http/request_times'
import { installationFigures, providersDown } from '#app/operations/installation_figures'
import { queueOverview } from '#app/operations/queue_overview'

const figures = new Registry()
collectDefaultMetrics({ register: figures })
figures.registerMetric(requestTimes)

const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name: `latchkey_${name}`, help, labelNames, registers: [figures] })

const outboxWaiting = gauge('outbox_waiting', 'Events that the broker does not have yet (counted to 100,000)')
const outboxLag = gauge('outbox_lag_seconds', 'For how long the oldest of them has been waiting')
const busUp = gauge('bus_up', 'Whether the broker can be reached')
const queueWaiting = gauge('queue_waiting', 'Events that wait for a worker', ['queue'])
const queueDead = gauge('queue_dead_letters', 'Events that were given up', ['queue'])
const eventsAside = gauge('event_months_missing', 'Months whose events have no partition of their own yet')
const queueWaited = gauge(
  'queue_wait_seconds',
  'How long the oldest has waited, or the last to be worked off had',
  ['queue']
)
const queueWorkers = gauge('queue_workers', 'Processes that read it', ['queue'])
const queueRate = gauge('queue_events_per_second', 'In the last seconds', ['queue', 'way'])
const retrying = gauge('retrying', 'Events that wait on the ladder of retries', ['rung_seconds'])
const timersWaiting = gauge('timers_waiting', 'Timers that are set (counted to 100,000)')
const timersLate = gauge('timers_late_seconds', 'For how long the first of them is overdue')
const timersDead = gauge('timers_given_up', 'Timers that failed for good')
const schedulesLate = gauge('schedules_late_seconds', 'For how long the first recurring work is overdue')
const mailsWaiting = gauge('mails_waiting', 'Mails that wait for their turn (counted to 100,000)')
const mailsLag = gauge('mails_lag_seconds', 'For how long the first of them has waited')
const mailsUndecided = gauge('mails_undecided', 'Mails of which nobody knows whether they arrived')
const providerDown = gauge('provider_down', 'Whether a provider is out of order', ['provider'])
const pool = gauge('database_connections', 'Of this web process', ['role', 'state'])

async function monthsMissing() {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: object[] }>('select months_without_partition()')
  return rows.length
}

/**
 * What Prometheus reads: figures of this web process, and of the whole installation as it is now.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function readFigures() {
  const overview = await queueOverview(Object.keys(workers))
  outboxWaiting.set(overview.outbox.waiting)
  outboxLag.set(overview.outbox.lagInSeconds)
  busUp.set(overview.isReachable ? 1 : 0)
  eventsAside.set(await monthsMissing())
  for (const { waitInSeconds, count } of overview.rungs) retrying.set({ rung_seconds: waitInSeconds }, count)
  for (const { queue, waiting, dead, ...now } of overview.queues) {
    queueWaited.set({ queue }, now.oldestInSeconds ?? now.waitedInSeconds ?? 0)
    queueWorkers.set({ queue }, now.workers)
    for (const way of ['in', 'out', 'failed'] as const) queueRate.set({ queue, way }, now[way])
    queueWaiting.set({ queue }, waiting)
    queueDead.set({ queue }, dead)
  }
  await readInstallation()
  readPools()
  return { type: figures.contentType, text: await figures.metrics() }
}

async function readInstallation() {
  const now = await installationFigures()
  timersWaiting.set(now.timersWaiting)
  timersLate.set(now.timersLate)
  timersDead.set(now.timersDead)
  schedulesLate.set(now.schedulesLate)
  mailsWaiting.set(now.mailsWaiting)
  mailsLag.set(now.mailsLag)
  mailsUndecided.set(now.mailsUndecided)
  for (const { name, isDown } of await providersDown()) providerDown.set({ provider: name }, isDown ? 1 : 0)
}

function readPools() {
  for (const role of ['app', 'system']) {
    const { pool: own } = db.manager.get(role)?.connection ?? {}
    pool.set({ role, state: 'used' }, own?.numUsed() ?? 0)
    pool.set({ role, state: 'free' }, own?.numFree() ?? 0)
    pool.set({ role, state: 'waiting' }, own?.numPendingAcquires() ?? 0)
  }
}
