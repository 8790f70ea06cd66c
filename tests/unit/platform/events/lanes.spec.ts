import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { newId } from '#app/platform/ids'
import { Lanes } from '#app/platform/events/lanes'
import type { RecordedEvent } from '#app/platform/events/events'

const eventOf = (tenantId: string): RecordedEvent => ({
  ...{ id: newId(), tenantId, seq: 1, name: 'probe.noted', version: 1, data: {}, requestId: null },
  ...{ occurredAt: DateTime.utc(), actor: { kind: 'system', id: null, name: null } },
  subject: { type: 'probe', id: newId() },
})
const eventsOf = (tenantId: string, count: number) => Array.from({ length: count }, () => eventOf(tenantId))

const STILL = () => 0

/** Lanes whose first work waits, so that everything else gathers behind it. */
function gathering(
  size: { lanes: number; together: number },
  work: (events: RecordedEvent[]) => Promise<void>
) {
  const opened = Promise.withResolvers<void>()
  let isFirst = true
  const lanes = new Lanes(
    size,
    async (events) => {
      if (isFirst) {
        isFirst = false
        await opened.promise
      } else {
        await work(events)
      }
    },
    STILL
  )
  const first = lanes.do(eventOf(newId()))
  return { lanes, open: () => (opened.resolve(), first) }
}

/** How many events of one company go together in each unit of one lane, where each takes so many milliseconds. */
async function unitsOf({ events, each }: { events: number; each: number }) {
  let now = 0
  const sizes: number[] = []
  const work = async (group: RecordedEvent[]) => {
    sizes.push(group.length)
    now += each * group.length
  }
  const lanes = new Lanes({ lanes: 1, together: 32 }, work, () => now)
  await Promise.all(eventsOf(newId(), events).map((event) => lanes.do(event)))
  return sizes
}

test.group('Lanes', () => {
  test('events of one company that wait go together, no more than are allowed to', async ({ assert }) => {
    const groups: RecordedEvent[][] = []
    const { lanes, open } = gathering({ lanes: 1, together: 4 }, async (events) => void groups.push(events))
    const [one, other] = [newId(), newId()]
    const events = [...eventsOf(one, 5), ...eventsOf(other, 2)]
    const all = events.map((event) => lanes.do(event))
    await open()
    await Promise.all(all)
    assert.isTrue(groups.every((group) => new Set(group.map(({ tenantId }) => tenantId)).size === 1))
    assert.sameDeepMembers(
      groups.map((group) => group.length),
      [4, 1, 2]
    )
    assert.sameMembers(groups.flat(), events)
  })

  test('when one of many fails, only that one comes back, and what works is done once', async ({
    assert,
  }) => {
    const events = eventsOf(newId(), 32)
    const guilty = new Set([events[5], events[20]])
    const done: RecordedEvent[] = []
    let tries = 0
    const { lanes, open } = gathering({ lanes: 1, together: 32 }, async (group) => {
      tries++
      if (group.some((event) => guilty.has(event))) throw new Error('This cannot be')
      done.push(...group)
    })
    const all = events.map((event) => lanes.do(event))
    await open()
    const results = await Promise.allSettled(all)
    const failed = events.filter((_, at) => results[at].status === 'rejected')
    assert.sameMembers(failed, [...guilty])
    assert.lengthOf(done, 30)
    assert.lengthOf(new Set(done), 30)
    assert.isBelow(tries, 24)
  })

  test('while the database is away, what waited together is not tried one by one', async ({ assert }) => {
    let tries = 0
    const { lanes, open } = gathering({ lanes: 1, together: 32 }, async () => {
      tries++
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    })
    const all = eventsOf(newId(), 32).map((event) => lanes.do(event))
    await open()
    const results = await Promise.allSettled(all)
    assert.isTrue(results.every(({ status }) => status === 'rejected'))
    assert.equal(tries, 1)
  })

  test('no more go together than take a tenth of a second', async ({ assert }) => {
    const sizes = await unitsOf({ events: 200, each: 20 })
    assert.isTrue(
      sizes.slice(-10, -1).every((size) => size >= 4 && size <= 6),
      sizes.join()
    )
  })

  test('a few go together even where each takes long', async ({ assert }) => {
    const sizes = await unitsOf({ events: 61, each: 500 })
    assert.deepEqual(sizes, [1, ...Array<number>(10).fill(6)])
  })

  test('companies take turns, however much one of them brings', async ({ assert }) => {
    const order: string[] = []
    const { lanes, open } = gathering({ lanes: 1, together: 2 }, async ([{ tenantId }]) => {
      order.push(tenantId)
    })
    const [loud, quiet] = [newId(), newId()]
    const all = [...eventsOf(loud, 10), ...eventsOf(quiet, 1)].map((event) => lanes.do(event))
    await open()
    await Promise.all(all)
    assert.deepEqual(order.slice(0, 3), [loud, quiet, loud])
  })

  test('one company leaves lanes for others', async ({ assert }) => {
    const busy: RecordedEvent[] = []
    const opened = Promise.withResolvers<void>()
    const lanes = new Lanes({ lanes: 8, together: 1 }, async ([event]) => {
      busy.push(event)
      await opened.promise
    })
    const [loud, quiet] = [newId(), newId()]
    const all = [...eventsOf(loud, 20), ...eventsOf(quiet, 1)].map((event) => lanes.do(event))
    assert.equal(busy.filter(({ tenantId }) => tenantId === loud).length, 3)
    assert.equal(busy.filter(({ tenantId }) => tenantId === quiet).length, 1)
    opened.resolve()
    await Promise.all(all)
    assert.lengthOf(busy, 21)
  })

  test('a company of which more waits rests between its units while another is there, and keeps nobody else from a lane', async ({
    assert,
  }) => {
    const [loud, quiet] = [newId(), newId()]
    const order: string[] = []
    let now = 0
    const lanes = new Lanes(
      { lanes: 1, together: 1 },
      async ([{ tenantId }]) => {
        order.push(tenantId === loud ? 'loud' : 'quiet')
        now += 300
      },
      () => now
    )
    const first = lanes.do(eventOf(quiet))
    const all = eventsOf(loud, 3).map((event) => lanes.do(event))
    await Promise.all([first, all[0]])
    // Another lane, or the next unit of the loud one, would have begun by now.
    for (let one = 0; one < 5; one++) await new Promise(setImmediate)
    assert.deepEqual(order, ['quiet', 'loud'])
    await lanes.do(eventOf(quiet))
    assert.deepEqual(order, ['quiet', 'loud', 'quiet'])
    await Promise.all(all)
    assert.lengthOf(order, 5)
  })

  test('a company has one lane and short units while another is there, and more when it is alone again', async ({
    assert,
  }) => {
    let now = 0
    const sizes: number[] = []
    let busy = 0
    let busiest = 0
    const work = async (events: RecordedEvent[]) => {
      busiest = Math.max(busiest, ++busy)
      sizes.push(events.length)
      await new Promise(setImmediate)
      now += 3 * events.length
      busy--
    }
    const lanes = new Lanes({ lanes: 8, together: 32 }, work, () => now)
    const [loud, quiet] = [newId(), newId()]
    const bring = async (count: number) => {
      busiest = 0
      sizes.length = 0
      await Promise.all(eventsOf(loud, count).map((event) => lanes.do(event)))
    }
    await bring(200)
    assert.equal(busiest, 3)
    assert.isAbove(Math.max(...sizes.slice(3)), 8)
    await lanes.do(eventOf(quiet))
    await bring(50)
    assert.equal(busiest, 1)
    assert.isAtMost(Math.max(...sizes), 8)
    now += 1001
    await bring(200)
    assert.equal(busiest, 3)
  })
})
