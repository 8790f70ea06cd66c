import { test } from '@japa/runner'
import { Current } from '#app/platform/current'
import { defineEvent, type RecordedEvent } from '#app/platform/events'
import { nextNumber } from '#app/platform/number_series'
import { Queue } from '#app/platform/queues'
import { Worker, type WorkerClass } from '#app/platform/worker'
import { probeName, recordEvents } from '#tests/broker/probe_events'
import { makeCompany, unique, type Company } from '#tests/factories'

type Handle = (event: RecordedEvent) => Promise<void>

/** A worker of its own for one test. */
function worker(
  handle: Handle,
  { subscribes = 'all', unit = 'event' }: Partial<WorkerClass> = {}
): WorkerClass {
  return class ProbeWorker extends Worker {
    static queue = 'probes'
    static subscribes = subscribes
    static unit = unit
    handle(event: RecordedEvent) {
      return handle(event)
    }
  }
}

async function counter() {
  const company = await makeCompany()
  const series = unique('effects')
  const [event] = await recordEvents(1, probeName(), company)
  return {
    company,
    event,
    count: async () => void (await nextNumber(series)),
    effects: (inside: Company['inside'] = company.inside) =>
      inside(async () => (await nextNumber(series)) - 1001),
  }
}

test.group('Worker', () => {
  test('what is delivered twice is done once', async ({ assert }) => {
    const { event, count, effects } = await counter()
    const queue = new Queue('probes', [worker(count)])
    await queue.handle(event)
    await queue.handle(event)
    assert.equal(await effects(), 1)
  })

  test('what is delivered ten times at the same moment is done once', async ({ assert }) => {
    const { event, count, effects } = await counter()
    const queue = new Queue('probes', [worker(count)])
    await Promise.all(Array.from({ length: 10 }, () => queue.handle(event)))
    assert.equal(await effects(), 1)
  })

  test('a failure leaves neither its effect nor a record, so that the next delivery does it', async ({
    assert,
  }) => {
    const { event, count, effects } = await counter()
    let isBroken = true
    const queue = new Queue('probes', [
      worker(async () => {
        await count()
        if (isBroken) throw new Error('after the effect')
      }),
    ])
    await assert.rejects(() => queue.handle(event), 'after the effect')
    isBroken = false
    await queue.handle(event)
    assert.equal(await effects(), 1)
  })

  test('when one of two workers of a queue fails, the other is not run again', async ({ assert }) => {
    const { event, count, effects } = await counter()
    let failures = 1
    class Second extends Worker {
      static queue = 'probes'
      static subscribes = 'all' as const
      async handle() {
        if (failures-- > 0) throw new Error('second')
      }
    }
    const queue = new Queue('probes', [worker(count), Second])
    await assert.rejects(() => queue.handle(event), 'second')
    await queue.handle(event)
    assert.equal(await effects(), 1)
  })

  test('runs in one unit of the event’s company, as the system', async ({ assert }) => {
    const { event, company } = await counter()
    const seen: unknown[] = []
    await new Queue('probes', [
      worker(async () => void seen.push(Current.tenantId, Current.actor.kind)),
    ]).handle(event)
    assert.deepEqual(seen, [company.tenant.id, 'system'])
  })

  test('in a manual unit it opens its own, and is left alone once it is done', async ({ assert }) => {
    const { event, company, count, effects } = await counter()
    const isOpen: boolean[] = []
    const manual = worker(
      async () => {
        isOpen.push(Current.isOpen)
        await company.inside(count)
      },
      { unit: 'manual' }
    )
    const queue = new Queue('probes', [manual])
    await queue.handle(event)
    await queue.handle(event)
    assert.deepEqual(isOpen, [false])
    assert.equal(await effects(), 1)
  })

  test('hears only what it subscribes to', async ({ assert }) => {
    const { event, count, effects } = await counter()
    const deaf = worker(count, { subscribes: [defineEvent(probeName())] })
    const queue = new Queue('probes', [deaf])
    await queue.handle(event)
    assert.equal(await effects(), 0)
    assert.isFalse(queue.listensTo(event.name))
  })

  test('a queue subscribes to what any of its workers wants', async ({ assert }) => {
    const [one, two] = [defineEvent(probeName()), defineEvent(probeName())]
    const silent = async () => {}
    const queue = new Queue('probes', [
      worker(silent, { subscribes: [one, two] }),
      worker(silent, { subscribes: [two] }),
    ])
    assert.deepEqual(queue.subscribes, [one.name, two.name])
    assert.equal(new Queue('probes', [...queue.workers, worker(silent)]).subscribes, 'all')
  })

  test('a worker listed under another queue than its own is refused', async ({ assert }) => {
    assert.throws(
      () => new Queue('other', [worker(async () => {})]),
      /listed under the queue other but names probes/
    )
  })
})

test.group('Worker | the list of the product', () => {
  test('each worker is listed under its own queue, and has a name of its own', async ({ assert }) => {
    const { workers } = await import('#start/workers')
    const queues = await Queue.load(workers)
    const consumers = queues.flatMap((queue) => queue.workers.map((one) => `${one.queue}:${one.name}`))
    assert.deepEqual([...new Set(consumers)], consumers)
  })
})
