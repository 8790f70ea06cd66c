import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import db from '@adonisjs/lucid/services/db'
import { workers } from '#start/workers'
import { requestTimes } from '#app/platform/request_times'
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
const retrying = gauge('retrying', 'Events that wait on the ladder of retries')

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
  retrying.set(overview.retrying)
  for (const { queue, waiting, dead } of overview.queues) {
    queueWaiting.set({ queue }, waiting)
    queueDead.set({ queue }, dead)
  }
  return { type: figures.contentType, text: await figures.metrics() }
}
