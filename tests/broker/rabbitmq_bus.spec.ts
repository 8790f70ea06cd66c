import { test } from '@japa/runner'
import queueConfig from '#config/queue'
import { RabbitMQBus } from '#app/platform/bus/rabbitmq_bus'
import { busConformance } from '#tests/broker/bus_conformance'
import { collect, recordEvents } from '#tests/broker/probe_events'
import { onBroker, removeFromBroker } from '#tests/broker/remove_from_broker'
import { Wire } from '#tests/broker/wire'
import { unique } from '#tests/factories'
import { until } from '#tests/until'

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

test.group('A queue of RabbitMQ', (group) => {
  const ladder = [100]
  let prefix: string
  let open: RabbitMQBus[]

  const openBus = (options = {}) => {
    const bus = new RabbitMQBus({ ...queueConfig, url, prefix, ladder, ...options })
    open.push(bus)
    return bus
  }

  group.each.setup(() => {
    prefix = unique('probe')
    open = []
    return async () => {
      await Promise.all(open.map((bus) => bus.close()))
      await removeFromBroker(url, prefix, ['kept', 'held'], ladder)
    }
  })

  test('that an earlier release made with other limits is used as it is, with what waits in it', async ({
    assert,
  }) => {
    const events = await recordEvents(3)
    const before = openBus({ deliveryLimit: 20 })
    await before.declare('kept', { subscribes: [events[0].name] })
    await before.publish(events.slice(0, 2))
    const after = openBus({ deliveryLimit: 100 })
    const got = await collect(after, 'kept', [events[0].name])
    await after.publish(events.slice(2))
    await until(() => got.length === 3)
    assert.sameMembers(
      got.map(({ id }) => id),
      events.map(({ id }) => id)
    )
  })

  test('keeps what failed in hand while the broker does not take it, and is not given it again', async ({
    assert,
  }) => {
    const [event] = await recordEvents()
    const bus = openBus()
    const retry = { exchange: `${prefix}.retry.${ladder[0]}` }
    let attempts = 0
    await bus.consume('held', { subscribes: [event.name], concurrency: 1 }, async () => {
      attempts++
      if (attempts === 1) await onBroker(url, (broker) => broker.exchangeDelete(retry).then(() => {}))
      if (attempts < 3) throw new Error('not now')
    })
    await bus.publish([event])
    await until(() => attempts === 1)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    assert.equal(attempts, 1)
    await bus.declare('held', { subscribes: [event.name] })
    await until(async () => attempts === 2 && (await bus.depths(['held'])).queues[0].dead === 1, {
      what: 'it has climbed the ladder',
    })
  })
})
