import queueConfig from '#config/queue'
import { RabbitMQBus } from '#app/platform/bus/rabbitmq_bus'
import { busConformance } from '#tests/broker/bus_conformance'
import { onBroker, removeFromBroker } from '#tests/broker/remove_from_broker'
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
    onBroker(url, async (broker) => {
      const publisher = broker.createPublisher({ confirm: true })
      await publisher.send(`${prefix}.${queue}`, 'neither JSON nor an event')
      await publisher.close()
    }),

  async cleanUp(prefix, queues, ladder) {
    await removeFromBroker(url, prefix, queues, ladder)
    for (const wire of wires) wire.close()
    wires = []
  },
})
