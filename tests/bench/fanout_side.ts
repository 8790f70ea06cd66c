import { bootApp } from '#tests/boot'
import { effect } from '#tests/bench/fanout_effect'
import type { Effects } from '#tests/bench/fanout_ours'

// A relay or a worker of the build, as in production; the worker has the effect that the limit has.
const [role, prefix, eventName, effects] = process.argv.slice(2) as [string, string, string, Effects]
const app = await bootApp()
const { default: db } = await import('@adonisjs/lucid/services/db')
const { Current } = await import('#app/platform/database/current')
const { openBus } = await import('#app/platform/bus/open_bus')
const { Queue } = await import('#app/platform/bus/queues')
const { Relay } = await import('#app/platform/events/relay')
const { Worker } = await import('#app/platform/events/worker')
const { defineEvent } = await import('#app/platform/events/events')
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
