import { fromBuild, startBuild } from '#tests/bench/build_side'
import { effect } from '#tests/bench/fanout_effect'
import type { Effects } from '#tests/bench/fanout_ours'

// A relay or a worker of the build, as in production; the worker has the effect that the limit has.
const [role, prefix, eventName, effects] = process.argv.slice(2) as [string, string, string, Effects]
const app = await startBuild()
const { default: db } = await import('@adonisjs/lucid/services/db')
const { Current } = await fromBuild<typeof import('#app/platform/database/current')>(
  'app/platform/database/current'
)
const { openBus } = await fromBuild<typeof import('#app/platform/bus/open_bus')>('app/platform/bus/open_bus')
const { Queue } = await fromBuild<typeof import('#app/platform/bus/queues')>('app/platform/bus/queues')
const { Relay } = await fromBuild<typeof import('#app/platform/events/relay')>('app/platform/events/relay')
const { Worker } = await fromBuild<typeof import('#app/platform/events/worker')>('app/platform/events/worker')
const { defineEvent } = await fromBuild<typeof import('#app/platform/events/events')>(
  'app/platform/events/events'
)
const TOGETHER = { sql: effect.together }

class FanoutWorker extends Worker {
  static queue = 'fanout'
  static subscribes = [defineEvent(eventName)]

  async handle({ id }: { id: string }) {
    if (effects === 'together') Current.postpone(TOGETHER, id)
    else await db.rawQuery(effect.alone, [id])
  }
}

const queue = new Queue('fanout', [FanoutWorker])
const bus = await openBus({ prefix })
const relay = new Relay(bus, [queue])
process.once('message', () => (role === 'relay' ? relay.start() : queue.consumeFrom(bus, 8)))
app.terminating(async () => {
  if (role === 'relay') await relay.stop()
  await bus.close()
})
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
process.send!('ready')
