import { Connection } from 'rabbitmq-client'
import queueConfig from '#config/queue'
import { RabbitMQBus } from '#app/platform/rabbitmq_bus'
import { busConformance } from '#tests/broker/bus_conformance'
import { Wire } from '#tests/broker/wire'

const url = process.env.AMQP_URL!
let wires: Wire[] = []

busConformance('rabbitmq', {
  async open(prefix, ladder) {
    const wire = await Wire.to(url)
    wires.push(wire)
    return new RabbitMQBus({ ...queueConfig, url: wire.url, prefix, ladder })
  },

  async cut() {
    for (const wire of wires) wire.cut()
  },

  poison: (prefix, queue) =>
    onBroker(async (broker) => {
      const publisher = broker.createPublisher({ confirm: true })
      await publisher.send(`${prefix}.${queue}`, 'neither JSON nor an event')
      await publisher.close()
    }),

  cleanUp: (prefix, queues, ladder) =>
    onBroker(async (broker) => {
      const retries = ladder.map((wait) => `${prefix}.retry.${wait}`)
      for (const queue of [
        ...queues.flatMap((name) => [`${prefix}.${name}`, `${prefix}.${name}.dead`]),
        ...retries,
      ]) {
        await broker.queueDelete(queue)
      }
      for (const exchange of [`${prefix}.events`, ...retries]) await broker.exchangeDelete({ exchange })
      for (const wire of wires) wire.close()
      wires = []
    }),
})

async function onBroker(work: (broker: Connection) => Promise<void>) {
  const broker = new Connection(url)
  await broker.onConnect()
  await work(broker)
  await broker.close()
}
