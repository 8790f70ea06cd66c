import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { ProcessReport } from '#app/platform/telemetry/process_report'
import { processRates } from '#app/operations/process_rates'
import { recordEvents } from '#tests/broker/probe_events'
import { unique } from '#tests/factories'
import { until } from '#tests/until'

const rowsOf = ({ id }: ProcessReport) =>
  db.connection('system').from('process_reports').where('process_id', id)

test.group('What processes say of themselves', () => {
  test('adds up to the rates of a queue, and the number of those who read it', async ({
    assert,
    cleanup,
  }) => {
    const queue = unique('queue')
    const [event] = await recordEvents(1)
    const reports = [
      new ProcessReport('relay', [queue]),
      new ProcessReport('worker', [queue]),
      new ProcessReport('worker', [queue]),
    ]
    const [relay, worker] = reports
    cleanup(async () => {
      await Promise.all(reports.map((report) => report.stop()))
    })
    for (let count = 0; count < 10; count++) relay.done(queue, event)
    for (let count = 0; count < 4; count++) worker.done(queue, event)
    worker.failed(queue)
    await Promise.all(reports.map((report) => report.start()))
    const rates = (await processRates()).get(queue)!
    assert.equal(rates.workers, 2)
    assert.closeTo(rates.in / rates.out, 2.5, 0.01)
    assert.isAbove(rates.failed, 0)
    assert.isAtLeast(rates.waitedInSeconds!, 0)
  })

  test('goes with the process, and counts no longer when a killed one has left it behind', async ({
    assert,
  }) => {
    const queue = unique('queue')
    const [calm, killed] = [new ProcessReport('worker', [queue]), new ProcessReport('worker', [queue])]
    await Promise.all([calm.start(), killed.start()])
    await calm.stop()
    assert.isEmpty(await rowsOf(calm))
    await until(async () => (await rowsOf(killed)).length === 1)
    await rowsOf(killed).update({ reported_at: DateTime.utc().minus({ seconds: 21 }).toISO() })
    assert.isUndefined((await processRates()).get(queue))
    await killed.stop()
  })
})
