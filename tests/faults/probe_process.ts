import { bootApp } from '#tests/boot'

// A relay or a worker of the product, with a worker whose effects can be counted: somebody to kill.
const [role, prefix, eventName] = process.argv.slice(2)
const app = await bootApp()
const { defineEvent } = await import('#app/platform/events/events')
const { nextReference } = await import('#app/platform/database/number_series')
const { openBus } = await import('#app/platform/bus/open_bus')
const { Queue } = await import('#app/platform/bus/queues')
const { Relay } = await import('#app/platform/events/relay')
const { Worker } = await import('#app/platform/events/worker')

class ProbeWorker extends Worker {
  static queue = 'probes'
  static subscribes = [defineEvent(eventName)]

  async handle({ id }: { id: string }) {
    await nextReference(`effect ${id}`)
  }
}

const queue = new Queue('probes', [ProbeWorker])
const bus = await openBus({ prefix })
if (role === 'relay') {
  const relay = new Relay(bus, [queue])
  await relay.start()
  app.terminating(() => relay.stop())
} else {
  const handle = queue.handle.bind(queue)
  queue.handle = (...events) => {
    process.send!({ delivered: events.map(({ id }) => id) })
    return handle(...events)
  }
  await queue.consumeFrom(bus, 8)
}
app.terminating(() => bus.close())
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
process.send!({ started: role })
