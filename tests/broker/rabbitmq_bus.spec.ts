import { test } from '@japa/runner'
import queueConfig from '#config/queue'
import { BUNDLE } from '#app/platform/bus/bundles'
import { PoisonError, UnroutableError } from '#app/platform/bus/bus'
import { RabbitMQBus } from '#app/platform/bus/rabbitmq_bus'
import { pack } from '#app/platform/events/envelope'
import type { RecordedEvent } from '#app/platform/events/events'
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

const traceOf = (at: number) => `00-${'a'.repeat(32)}-${String(at).padStart(16, '0')}-01`
const QUEUES = ['kept', 'held', 'bundled', 'deadly', 'former', 'nobody']
const idsOf = (events: RecordedEvent[]) => events.map(({ id }) => id)
const all = (events: RecordedEvent[]) => new Set(idsOf(events))

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
      await removeFromBroker(url, prefix, QUEUES, ladder)
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

  test('gets what stands behind others in bundles, in its order, each with the trace it belongs to', async ({
    assert,
  }) => {
    const count = 2 * BUNDLE.events + 1
    const events = (await recordEvents(count)).map((event, at) => ({ ...event, trace: traceOf(at) }))
    const bus = openBus()
    await bus.declare('bundled', { subscribes: [events[0].name] })
    await bus.publish(events, { behind: all(events) })
    assert.equal((await bus.depths(['bundled'])).queues[0].waiting, 3)
    const got: RecordedEvent[] = []
    await bus.consume('bundled', { subscribes: [events[0].name], concurrency: 1 }, async (event) => {
      got.push(event)
    })
    await until(() => got.length === count)
    assert.deepEqual(
      got.map(({ id, trace }) => [id, trace]),
      events.map(({ id, trace }) => [id, trace])
    )
    assert.equal((await bus.depths(['bundled'])).queues[0].waiting, 0)
  })

  test('makes no bundle of two companies or two kinds, and one of what came between', async ({ assert }) => {
    const [mine, others, next] = [await recordEvents(2), await recordEvents(2), await recordEvents(1)]
    const mixed = [mine[0], others[0], mine[1], others[1], { ...next[0], tenantId: mine[0].tenantId }]
    const bus = openBus()
    const subscribes = [...new Set(mixed.map(({ name }) => name))]
    await bus.declare('bundled', { subscribes })
    await bus.publish(mixed, { behind: all(mixed) })
    assert.equal((await bus.depths(['bundled'])).queues[0].waiting, 3)
    const got = await collect(bus, 'bundled', subscribes)
    await until(() => got.length === 5)
    assert.sameMembers(idsOf(got), idsOf(mixed))
  })

  test('lets what failed of a bundle climb the ladder by itself', async ({ assert }) => {
    const events = await recordEvents(5)
    const bus = openBus()
    const done: string[] = []
    let failures = 0
    await bus.consume('bundled', { subscribes: [events[0].name], concurrency: 8 }, async ({ id }) => {
      if (id === events[2].id && ++failures < 2) throw new Error('not now')
      if (id === events[3].id) throw new PoisonError('never')
      done.push(id)
    })
    await bus.publish(events, { behind: all(events) })
    await until(() => done.length === 4)
    assert.deepEqual(done, idsOf([events[0], events[1], events[4], events[2]]))
    await until(async () => (await bus.deadLetters('bundled').list()).length === 1)
    const [dead] = await bus.deadLetters('bundled').list()
    assert.equal(dead.event?.id, events[3].id)
  })

  test('hands a bundle out event by event once its consumers die with it again and again', async ({
    assert,
  }) => {
    const events = await recordEvents(3)
    const wire = await Wire.to(url)
    const bus = openBus({ url: wire.url })
    const attempts = new Map(idsOf(events).map((id) => [id, 0]))
    let othersByThen = 0
    await bus.consume('deadly', { subscribes: [events[0].name], concurrency: 8 }, async ({ id }) => {
      const attempt = attempts.get(id)! + 1
      attempts.set(id, attempt)
      if (id !== events[0].id || attempt > 5) return
      othersByThen = attempts.get(events[2].id)!
      wire.cut()
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    await openBus().publish(events, { behind: all(events) })
    await until(() => attempts.get(events[0].id)! > 5)
    await until(async () => (await bus.depths(['deadly'])).queues[0].waiting === 0)
    await bus.close()
    wire.close()
    assert.isBelow(othersByThen, 5)
  })

  test('still hands over what the relay of an earlier release sent one by one', async ({ assert }) => {
    const events = await recordEvents(2)
    const bus = openBus()
    const got = await collect(bus, 'former', [events[0].name])
    await onBroker(url, async (broker) => {
      const publisher = broker.createPublisher({ confirm: true })
      for (const event of events) {
        const address = { exchange: `${prefix}.crowd`, routingKey: `${event.name}.for` }
        await publisher.send({ ...address, messageId: event.id }, pack(event))
      }
      await publisher.close()
    })
    await until(() => got.length === 2)
    assert.sameMembers(idsOf(got), idsOf(events))
  })

  test('that is not there makes all of a bundle unroutable', async ({ assert }) => {
    const [events, others] = [await recordEvents(40), await recordEvents(2)]
    const bus = openBus()
    await bus.declare('nobody', { subscribes: [others[0].name] })
    const mixed = [...events, ...others]
    const refused = await bus.publish(mixed, { behind: all(mixed) }).catch((error: UnroutableError) => error)
    assert.instanceOf(refused, UnroutableError)
    assert.sameMembers(idsOf((refused as UnroutableError).events), idsOf(events))
  })
})
