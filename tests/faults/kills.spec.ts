import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import queueConfig from '#config/queue'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { Crew } from '#tests/faults/crew'
import { until } from '#tests/until'

const EVENTS = 300
const DEATHS = process.env.FAULTS === 'all' ? 6 : 2

test.group('Killed without warning', (group) => {
  let crew: Crew

  group.each.setup(async () => {
    // What others left would fill the first batch, and the relay would die before it came to these events.
    await db.connection('system').from('outbox').delete()
    crew = new Crew()
    return async () => {
      await crew.stop()
      await removeFromBroker(process.env.AMQP_URL!, crew.prefix, ['probes'], queueConfig.ladder)
    }
  })

  test('a relay between the broker’s confirm and its delete: nothing is lost, nothing is done twice', async ({
    assert,
  }) => {
    await crew.start('worker')
    await crew.record(EVENTS)
    for (let death = 0; death < 2; death++) {
      const relay = await crew.start('relay', 'relay.published')
      assert.equal(await crew.end(relay), 'SIGKILL')
      assert.equal(await crew.waiting(), EVENTS)
    }
    await crew.start('relay')
    await until(async () => (await crew.waiting()) === 0 && (await crew.isDone()))
    await until(() => crew.delivered({ times: 3 }) === EVENTS, {
      within: 60_000,
      what: () =>
        `each event came three times: ${[1, 2, 3].map((times) => crew.delivered({ times })).join(', ')}`,
    })
    assert.deepEqual(await crew.effects(), { 1: EVENTS })
  })

  test('a worker between its effect and the acknowledgement: nothing is lost, nothing is done twice', async ({
    assert,
  }) => {
    await crew.record(EVENTS)
    await crew.start('relay')
    await until(async () => (await crew.waiting()) === 0)
    for (let death = 0; death < DEATHS; death++) {
      const worker = await crew.start('worker', 'worker.committed')
      assert.equal(await crew.end(worker), 'SIGKILL')
    }
    await crew.start('worker')
    await until(() => crew.isDone())
    assert.isAbove(crew.delivered({ times: 2 }), 0)
    assert.deepEqual(await crew.effects(), { 1: EVENTS })
  })
})
