import { bootApp } from '#tests/boot'

// A relay or a worker of the build; the worker tells how old each event was when it came.
const [role, prefix, eventName] = process.argv.slice(2)
const app = await bootApp()
const { openBus } = await import('#app/platform/bus/open_bus')
const { Queue } = await import('#app/platform/bus/queues')
const { Relay } = await import('#app/platform/events/relay')
const { Worker } = await import('#app/platform/events/worker')
const { defineEvent } = await import('#app/platform/events/events')

let ages: number[] = []

class NotifyWorker extends Worker {
  static queue = 'notify'
  static subscribes = [defineEvent(eventName)]

  async handle({ data }: { data: unknown }) {
    ages.push(Date.now() - (data as { at: number }).at)
  }
}

const queue = new Queue('notify', [NotifyWorker])
const bus = await openBus({ prefix })
if (role === 'relay') {
  const relay = new Relay(bus, [queue])
  app.terminating(() => relay.stop())
  await relay.start()
} else {
  await queue.consumeFrom(bus, 8)
  setInterval(() => {
    process.send!(ages)
    ages = []
  }, 200).unref()
}
app.terminating(() => bus.close())
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
process.send!([])
