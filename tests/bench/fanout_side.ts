import { fromBuild, startBuild } from '#tests/bench/build_side'

// A relay or a worker of the build, as in production; the worker has the effect that the limit has.
const [role, prefix, eventName, effect] = process.argv.slice(2)
const app = await startBuild()
const { default: db } = await import('@adonisjs/lucid/services/db')
const { openBus } = await fromBuild<typeof import('#app/platform/bus/open_bus')>('app/platform/bus/open_bus')
const { Queue } = await fromBuild<typeof import('#app/platform/bus/queues')>('app/platform/bus/queues')
const { Relay } = await fromBuild<typeof import('#app/platform/events/relay')>('app/platform/events/relay')
const { Worker } = await fromBuild<typeof import('#app/platform/events/worker')>('app/platform/events/worker')
const { defineEvent } = await fromBuild<typeof import('#app/platform/events/events')>(
  'app/platform/events/events'
)

class FanoutWorker extends Worker {
  static queue = 'fanout'
  static subscribes = [defineEvent(eventName)]

  async handle({ id }: { id: string }) {
    await db.rawQuery(effect, [id])
  }
}

const queue = new Queue('fanout', [FanoutWorker])
const bus = await openBus({ prefix })
if (role === 'relay') {
  const relay = new Relay(bus, [queue])
  app.terminating(() => relay.stop())
  await relay.start()
} else {
  await queue.consumeFrom(bus, 8)
}
app.terminating(() => bus.close())
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
