import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Bus } from '#app/platform/bus/bus'
import { Current } from '#app/platform/database/current'
import { defineEvent, type RecordedEvent } from '#app/platform/events/events'
import { nextReference } from '#app/platform/database/number_series'
import { Queue } from '#app/platform/bus/queues'
import { Worker, type WorkerClass } from '#app/platform/events/worker'
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
    count: async () => void (await nextReference(series)),
    effects: (inside: Company['inside'] = company.inside) =>
      inside(async () => (await nextReference(series)).number - 1001),
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

  test('when one of two workers of a queue fails, the other does its work, once', async ({ assert }) => {
    const { event, count, effects } = await counter()
    let isBroken = true
    class Second extends Worker {
      static queue = 'probes'
      static subscribes = 'all' as const
      async handle() {
        if (isBroken) throw new Error('second')
      }
    }
    const queue = new Queue('probes', [Second, worker(count)])
    await assert.rejects(() => queue.handle(event), 'second')
    isBroken = false
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

/** Everything at once, as a broker does it. */
async function handOver(queue: Queue, events: RecordedEvent[]) {
  let handle: Handle = async () => {}
  const bus = { consume: async (_name: string, _options: unknown, given: Handle) => void (handle = given) }
  await queue.consumeFrom(bus as unknown as Bus, 2)
  return Promise.allSettled(events.map((event) => handle(event)))
}

test.group('Worker | events that wait together', () => {
  const transaction = async () => {
    const { rows } = await db.rawQuery<{ rows: { id: string }[] }>('select pg_current_xact_id()::text as id')
    return rows[0].id
  }

  test('those of one company share units, and each is done once', async ({ assert }) => {
    const events = await recordEvents(40)
    const seen = new Map<string, string>()
    const queue = new Queue('probes', [worker(async ({ id }) => void seen.set(id, await transaction()))])
    await handOver(queue, [...events, ...events])
    assert.sameMembers(
      [...seen.keys()],
      events.map(({ id }) => id)
    )
    assert.isBelow(new Set(seen.values()).size, 10)
  })

  test('one that fails harms no other, and alone is told so', async ({ assert }) => {
    const { company, event: bad, effects } = await counter()
    const good = await recordEvents(30, bad.name, company)
    const series = unique('effects')
    const queue = new Queue('probes', [
      worker(async ({ id }) => {
        await nextReference(series)
        if (id === bad.id) throw new Error('bad')
      }),
    ])
    const results = await handOver(queue, [...good.slice(0, 15), bad, ...good.slice(15)])
    assert.equal(results.filter(({ status }) => status === 'rejected').length, 1)
    assert.equal(results[15].status, 'rejected')
    assert.equal((await company.inside(() => nextReference(series))).number, 1001 + 30)
    assert.equal(await effects(), 0)
  })

  test('those of different companies never do', async ({ assert }) => {
    const all = (await Promise.all([recordEvents(10), recordEvents(10)])).flat()
    const tenants = new Map<string, Set<string>>()
    const queue = new Queue('probes', [
      worker(async ({ tenantId }) => {
        assert.equal(Current.tenantId, tenantId)
        const unit = await transaction()
        tenants.set(unit, (tenants.get(unit) ?? new Set()).add(tenantId))
      }),
    ])
    const shuffled = all.toSorted((a, b) => (a.id.slice(-4) < b.id.slice(-4) ? -1 : 1))
    const results = await handOver(queue, shuffled)
    assert.isTrue(results.every(({ status }) => status === 'fulfilled'))
    for (const one of tenants.values()) assert.equal(one.size, 1)
  })

  test('each keeps the request that caused it', async ({ assert }) => {
    const company = await makeCompany()
    const events = await recordEvents(3, probeName(), company)
    const caused = events.map((event, index) => ({ ...event, requestId: `request-${index}` }))
    const seen: unknown[] = []
    const queue = new Queue('probes', [
      worker(async ({ id }) => void seen.push([id, Current.scope.requestId])),
    ])
    await handOver(queue, caused)
    assert.sameDeepMembers(
      seen,
      caused.map(({ id, requestId }) => [id, requestId])
    )
  })

  test('manual ones go alone, so many at a time', async ({ assert }) => {
    const events = await recordEvents(6)
    let inHand = 0
    let most = 0
    const both = Promise.withResolvers<void>()
    const manual = worker(
      async () => {
        most = Math.max(most, ++inHand)
        if (inHand === 2) both.resolve()
        await both.promise
        await new Promise((resolve) => setTimeout(resolve, 5))
        inHand--
      },
      { unit: 'manual' }
    )
    await handOver(new Queue('probes', [manual]), events)
    assert.equal(most, 2)
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
