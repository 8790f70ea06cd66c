import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { openBus } from '#app/platform/open_bus'
import { startRabbit } from '../../bin/lib/rabbitmq.mjs'
import { Crew } from '#tests/faults/crew'
import { until } from '#tests/until'

// RabbitMQ 3.10 forgets a quorum queue that was made in the last seconds before it is killed (its register is
// written late), and then nothing but deleting the queue helps: the queue has to be older than that.
const SETTLED_AFTER = 8000

async function recordFor(milliseconds: number, crew: Crew) {
  const end = Date.now() + milliseconds
  let count = 0
  for (; Date.now() < end; count += 20) await crew.record(20)
  return count
}

test.group('A broker that dies and comes back', () => {
  test('no write fails meanwhile, and everything is done once afterwards', async ({ assert, cleanup }) => {
    const broker = await startRabbit({ cache: app.makePath('.cache'), isPrivate: true })
    const crew = new Crew({ AMQP_URL: broker.url })
    const bus = await openBus({ driver: 'rabbitmq', amqpUrl: broker.url, prefix: crew.prefix })
    cleanup(async () => {
      await crew.stop()
      await bus.close()
      await broker.stop()
    })
    await Promise.all([crew.start('relay'), crew.start('worker')])
    const events = await recordFor(SETTLED_AFTER, crew)
    await until(() => crew.isDone())
    await bus.ready()

    await broker.kill!()
    await crew.record(200)
    await assert.rejects(() => bus.ready(), /cannot be reached/)
    assert.equal(await crew.waiting(), 200)

    await broker.restart!()
    await until(async () => (await crew.waiting()) === 0 && (await crew.isDone()), { within: 60_000 })
    await until(() =>
      bus.ready().then(
        () => true,
        () => false
      )
    )
    assert.deepEqual(await crew.effects(), { 1: events + 200 })
  }).timeout(150_000)
})
