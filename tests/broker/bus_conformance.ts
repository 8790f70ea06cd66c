import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { PoisonError, UnroutableError, type Bus } from '#app/platform/bus/bus'
import type { RecordedEvent } from '#app/platform/events/events'
import { makeCompany, unique } from '#tests/factories'
import { collect, probeName, recordEvents } from '#tests/broker/probe_events'
import { until } from '#tests/until'

export type Subject = {
  /** A bus whose queues no other test sees. */
  open(prefix: string, ladder: number[]): Promise<Bus>
  /** Cuts every connection the bus has. */
  cut(prefix: string): Promise<void>
  /** Puts something into a queue that no event can be made of. */
  poison(prefix: string, queue: string): Promise<void>
  /** Removes the queues of a prefix from a broker that others use too. */
  cleanUp(prefix: string, queues: string[], ladder: number[]): Promise<void>
}

const LADDER = [150, 300, 450]
const QUEUES = [
  'busy',
  'closing',
  'cut',
  'everything',
  'failing',
  'first',
  'killed',
  'later',
  'measured',
  'mixed',
  'narrow',
  'other',
  'poisoned',
  'repaired',
  'second',
  'shuffled',
  'sorted',
  'strait',
  'strange',
  'wanted',
  'wide',
]
const ids = (events: RecordedEvent[]) => events.map(({ id }) => id).sort()

/** What every driver of the bus promises. */
export function busConformance(driver: Bus['driver'], subject: Subject) {
  test.group(`The ${driver} bus`, (group) => {
    let prefix: string
    let open: Bus[]
    let ladder: number[]
    let children: ChildProcess[]

    const openBus = async (steps = LADDER) => {
      const bus = await subject.open(prefix, steps)
      ladder = steps
      open.push(bus)
      return bus
    }

    group.each.setup(() => {
      prefix = unique('probe')
      open = []
      children = []
      return async () => {
        for (const child of children) child.kill('SIGKILL')
        await Promise.all(open.map((bus) => bus.close()))
        await subject.cleanUp(prefix, QUEUES, ladder)
      }
    })

    test('hands an event to each queue that subscribes to it, whole and with its trace, and to no other', async ({
      assert,
    }) => {
      const bus = await openBus()
      const [recorded] = await recordEvents()
      const event = { ...recorded, trace: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }
      const first = await collect(bus, 'first', [event.name, probeName()])
      const second = await collect(bus, 'second', [event.name])
      const everything = await collect(bus, 'everything', 'all')
      const other = await collect(bus, 'other', [probeName()])
      await bus.publish([event])
      await until(() => first.length && second.length && everything.length)
      for (const got of [first, second, everything]) assert.deepEqual(got, [event])
      assert.isEmpty(other)
    })

    test('hands to a narrow queue only what happens in the companies that it concerns', async ({
      assert,
    }) => {
      const bus = await openBus()
      const name = probeName()
      const companies = [await makeCompany(), await makeCompany(), await makeCompany()]
      const [one, two, neither] = await Promise.all(
        companies.map(async (company) => (await recordEvents(1, name, company))[0])
      )
      const got: Record<string, string[]> = { narrow: [], strait: [], wide: [] }
      for (const queue of Object.keys(got))
        await bus.consume(
          queue,
          { subscribes: queue === 'strait' ? 'all' : [name], concurrency: 2, isNarrow: queue !== 'wide' },
          async ({ id }) => void got[queue].push(id)
        )
      const concerned = new Map([
        [one.tenantId, ['narrow']],
        [two.tenantId, ['strait', 'narrow']],
      ])
      await bus.publish([one, two, neither], {
        concerned: ({ tenantId }) => concerned.get(tenantId) ?? [],
      })
      await until(() => got.wide.length === 3 && got.narrow.length === 2 && got.strait.length === 1)
      assert.sameMembers(got.narrow, [one.id, two.id])
      assert.deepEqual(got.strait, [two.id])
    })

    test('keeps a published event until somebody consumes its queue', async ({ assert }) => {
      const [before, after] = [await openBus(), await openBus()]
      const events = await recordEvents(20)
      await before.declare('later', { subscribes: [events[0].name] })
      await before.publish(events)
      const { queues, retrying, rungs } = await before.depths(['later'])
      assert.include(queues[0], { queue: 'later', waiting: 20, dead: 0 })
      assert.equal(retrying, 0)
      assert.isTrue(rungs.every(({ count }) => count === 0))
      await before.close()
      const got = await collect(after, 'later', [events[0].name])
      await until(() => got.length === 20)
      assert.deepEqual(ids(got), ids(events))
    })

    test('names the events that no queue subscribes to, and takes the others', async ({ assert }) => {
      const bus = await openBus()
      const wanted = await recordEvents(3)
      const unwanted = await recordEvents(2)
      const got = await collect(bus, 'wanted', [wanted[0].name])
      const error = await bus.publish([unwanted[0], ...wanted, unwanted[1]]).catch((reason) => reason)
      assert.instanceOf(error, UnroutableError)
      assert.deepEqual(ids(error.events), ids(unwanted))
      assert.include(error.message, unwanted[0].name)
      await until(() => got.length === 3)
    })

    test('names every one of many that no queue subscribes to', async ({ assert }) => {
      const bus = await openBus()
      const unwanted = await recordEvents(120)
      const wanted = await recordEvents(1)
      await collect(bus, 'wanted', [wanted[0].name])
      const error = await bus.publish([...unwanted, ...wanted]).catch((reason) => reason)
      assert.deepEqual(ids(error.events), ids(unwanted))
    })

    test('brings a failed event back after each wait of the ladder, then keeps it with its cause', async ({
      assert,
    }) => {
      const bus = await openBus()
      const [event] = await recordEvents()
      const attempts: number[] = []
      await bus.consume('failing', { subscribes: [event.name], concurrency: 1 }, async () => {
        attempts.push(performance.now())
        throw new Error(`the printer is out of paper (${attempts.length})`)
      })
      await bus.publish([event])
      await until(async () => (await bus.depths(['failing'])).queues[0].dead === 1)
      assert.lengthOf(attempts, 4)
      const waits = attempts.slice(1).map((at, index) => at - attempts[index])
      waits.forEach((wait, index) => assert.isAtLeast(wait, LADDER[index] - 20))
      const [dead] = await bus.deadLetters('failing').list()
      assert.deepEqual(dead.event, event)
      assert.equal(dead.attempts, 4)
      assert.equal(dead.cause, 'the printer is out of paper (4)')
      assert.closeTo(dead.diedAt!.getTime(), Date.now(), 60_000)
    })

    test('hands over what is to stand behind others, and does not let them wait for it', async ({
      assert,
    }) => {
      const bus = await openBus()
      const company = await makeCompany()
      const events = await recordEvents(405, probeName(), company)
      const [behind, front] = [events.slice(0, 400), events.slice(400)]
      await bus.declare('busy', { subscribes: [events[0].name] })
      await bus.publish(behind, { behind: new Set(ids(behind)) })
      await bus.publish(front)
      const order: string[] = []
      await bus.consume('busy', { subscribes: [events[0].name], concurrency: 10 }, async ({ id }) => {
        await new Promise((resolve) => setTimeout(resolve, 2))
        order.push(id)
      })
      await until(() => order.length === events.length)
      assert.sameMembers(order, ids(events))
      assert.isBelow(Math.max(...front.map(({ id }) => order.indexOf(id))), 300)
    })

    test('goes on with the other events while one climbs the ladder', async ({ assert }) => {
      const bus = await openBus([60_000])
      const events = await recordEvents(10)
      const done: string[] = []
      await bus.consume('mixed', { subscribes: [events[0].name], concurrency: 4 }, async ({ id }) => {
        if (id === events[0].id) throw new Error('not now')
        done.push(id)
      })
      await bus.publish(events)
      await until(() => done.length === 9)
      await until(async () => (await bus.depths(['mixed'])).retrying === 1)
      assert.deepEqual((await bus.depths(['mixed'])).rungs, [{ waitInSeconds: 60, count: 1 }])
      assert.notInclude(done, events[0].id)
    })

    test('does not repeat what can never succeed', async ({ assert }) => {
      const bus = await openBus()
      const [event] = await recordEvents()
      let attempts = 0
      await bus.consume('poisoned', { subscribes: [event.name], concurrency: 1 }, async () => {
        attempts++
        throw new PoisonError('a version from the future')
      })
      await bus.publish([event])
      await until(async () => (await bus.depths(['poisoned'])).queues[0].dead === 1)
      const [dead] = await bus.deadLetters('poisoned').list()
      assert.equal(dead.cause, 'E_POISON: a version from the future')
      assert.equal(attempts, 1)
    })

    test('keeps a message that is no event as a dead letter, and goes on', async ({ assert }) => {
      const bus = await openBus()
      const [event] = await recordEvents()
      const got = await collect(bus, 'strange', [event.name])
      await subject.poison(prefix, 'strange')
      await bus.publish([event])
      await until(async () => got.length === 1 && (await bus.depths(['strange'])).queues[0].dead === 1)
      const [dead] = await bus.deadLetters('strange').list()
      assert.isNull(dead.event)
      assert.match(dead.cause, /^E_POISON/)
      assert.deepEqual(await bus.deadLetters('strange').discard([dead.id]), [dead.id])
    })

    test('replays one dead letter with a fresh ladder, discards another, leaves the rest', async ({
      assert,
    }) => {
      const bus = await openBus([100])
      const events = await recordEvents(3)
      const got: string[] = []
      let isBroken = true
      await bus.consume('repaired', { subscribes: [events[0].name], concurrency: 1 }, async ({ id }) => {
        if (isBroken) throw new Error('broken')
        got.push(id)
      })
      await bus.publish(events)
      await until(async () => (await bus.depths(['repaired'])).queues[0].dead === 3)
      const letters = bus.deadLetters('repaired')
      const idOf = async (event: RecordedEvent) =>
        (await letters.list()).find((dead) => dead.event!.id === event.id)!.id
      const [replayed, discarded] = [await idOf(events[0]), await idOf(events[1])]

      assert.deepEqual(await letters.replay([replayed]), [replayed])
      await until(async () => (await bus.depths(['repaired'])).queues[0].dead === 3, {
        what: 'it has failed twice again',
      })
      isBroken = false
      assert.lengthOf(await letters.replay([await idOf(events[0])]), 1)
      assert.deepEqual(await letters.discard([discarded]), [discarded])
      await until(() => got.length === 1)
      assert.deepEqual(got, [events[0].id])
      assert.deepEqual(
        (await letters.list()).map((dead) => dead.event!.id),
        [events[2].id]
      )
      assert.isEmpty(await letters.replay([discarded]))
      assert.isEmpty(await letters.discard([discarded]))
    })

    test('lists the dead letters of one company, however many others lie before them', async ({ assert }) => {
      const bus = await openBus()
      const name = probeName()
      const [others, [own]] = [await recordEvents(5, name), await recordEvents(1, name)]
      await bus.consume('sorted', { subscribes: [name], concurrency: 4 }, async () => {
        throw new PoisonError('paper jam')
      })
      await bus.publish([...others, own])
      await until(async () => (await bus.depths(['sorted'])).queues[0].dead === 6)
      const letters = bus.deadLetters('sorted')
      const found = await Promise.all([letters.list(1, own.tenantId), letters.list(3, own.tenantId)])
      assert.deepEqual(
        found.map((some) => some.map(({ event }) => event!.id)),
        [[own.id], [own.id]]
      )
      assert.lengthOf(await letters.list(), 6)
    })

    test('replays many dead letters at once, and says which of them were still there', async ({ assert }) => {
      const bus = await openBus([])
      const events = await recordEvents(230)
      const got: string[] = []
      let isBroken = true
      await bus.consume('many', { subscribes: [events[0].name], concurrency: 20 }, async ({ id }) => {
        if (isBroken) throw new Error('broken')
        got.push(id)
      })
      await bus.publish(events)
      await until(async () => (await bus.depths(['many'])).queues[0].dead === 230)
      const letters = bus.deadLetters('many')
      const dead = (await letters.list(1000)).map(({ id }) => id)
      assert.lengthOf(await letters.discard(dead.slice(0, 10)), 10)
      isBroken = false
      assert.sameMembers(await letters.replay(dead), dead.slice(10))
      await until(() => got.length === 220)
      assert.lengthOf(new Set(got), 220)
      assert.isEmpty(await letters.list())
    })

    test('gives the events of a consumer that was killed to another', async ({ assert }) => {
      const bus = await openBus()
      const events = await recordEvents(5)
      await bus.declare('killed', { subscribes: [events[0].name] })
      await bus.publish(events)
      const child = spawn(
        process.execPath,
        ['--import=@poppinss/ts-exec', 'tests/broker/holder.ts', prefix, 'killed'],
        {
          env: { ...process.env, QUEUE_DRIVER: driver },
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        }
      )
      children.push(child)
      const held = new Set<string>()
      child.on('message', (message: { held?: string }) => message.held && held.add(message.held))
      await until(() => held.size === 5, { within: 30_000 })
      child.kill('SIGKILL')
      await once(child, 'exit')
      const got = await collect(bus, 'killed', [events[0].name])
      await until(() => got.length === 5, { within: 40_000, what: 'the events of the dead come back' })
      assert.deepEqual(ids(got), ids(events))
    }).timeout(90_000)

    test('comes back by itself after its connections were cut', async ({ assert }) => {
      const bus = await openBus()
      const name = probeName()
      const company = await makeCompany()
      const [first] = await recordEvents(1, name, company)
      const [second] = await recordEvents(1, name, company)
      const got = await collect(bus, 'cut', [name])
      await bus.publish([first])
      await until(() => got.length === 1)
      await subject.cut(prefix)
      await until(
        () =>
          bus.publish([second]).then(
            () => true,
            () => false
          ),
        { what: 'it can publish again' }
      )
      await until(() => got.some(({ id }) => id === second.id), { what: 'it consumes again' })
      await bus.ready()
      assert.includeMembers(ids(got), ids([first, second]))
    }).timeout(60_000)

    test('is ready also in the middle of publishing', async ({ assert }) => {
      const bus = await openBus()
      const events = await recordEvents(20)
      const got = await collect(bus, 'busy', [events[0].name])
      await bus.publish(events)
      const publishing = bus.publish(events)
      // Until what it writes is on its way, but before the turn of the loop is over.
      for (let step = 0; step < 100; step++) await null
      await bus.ready()
      await publishing
      await until(() => got.length === 40)
      assert.deepEqual([...new Set(ids(got))].sort(), ids(events).sort())
    })

    test('loses nothing of what is published twice and out of order', async ({ assert }) => {
      const bus = await openBus()
      const events = await recordEvents(200)
      const got = await collect(bus, 'shuffled', [events[0].name], 16)
      const shuffled = [...events, ...events.slice(0, 50)].sort((a, b) =>
        a.id.slice(-6) < b.id.slice(-6) ? -1 : 1
      )
      await Promise.all([0, 1, 2, 3, 4].map((part) => bus.publish(shuffled.slice(part * 50, part * 50 + 50))))
      await until(() => got.length === 250)
      assert.deepEqual([...new Set(ids(got))], ids(events))
    })

    test('handles as many events at a time as it was told to, and no more', async ({ assert }) => {
      const bus = await openBus()
      const events = await recordEvents(40)
      let inHand = 0
      let most = 0
      let done = 0
      await bus.consume('measured', { subscribes: [events[0].name], concurrency: 8 }, async () => {
        most = Math.max(most, ++inHand)
        await new Promise((resolve) => setTimeout(resolve, 10))
        inHand--
        done++
      })
      await bus.publish(events)
      await until(() => done === 40)
      assert.equal(most, 8)
    })

    test('finishes what is in hand when it closes, and leaves the rest', async ({ assert }) => {
      const [closing, next] = [await openBus(), await openBus()]
      const events = await recordEvents(10)
      const begun: string[] = []
      const finished: string[] = []
      let finish = () => {}
      const mayFinish = new Promise<void>((resolve) => (finish = resolve))
      await closing.consume('closing', { subscribes: [events[0].name], concurrency: 2 }, async ({ id }) => {
        begun.push(id)
        await mayFinish
        finished.push(id)
      })
      await closing.publish(events)
      await until(() => begun.length === 2)
      const closed = closing.close()
      finish()
      await closed
      assert.lengthOf(finished, 2)
      const rest = await collect(next, 'closing', [events[0].name])
      await until(() => rest.length === 8)
      assert.deepEqual([...finished, ...ids(rest)].sort(), ids(events))
    })
  })
}
