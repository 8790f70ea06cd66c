import { test } from '@japa/runner'
import type { RecordedEvent } from '#app/platform/events/events'
import { BUNDLE, bundlesOf } from '#app/platform/bus/bundles'

const happened = (tenantId: string, name: string, count = 1) =>
  Array.from(
    { length: count },
    (_, at) => ({ id: `${tenantId} ${name} ${at}`, tenantId, name, data: {} }) as RecordedEvent
  )
const byName = ({ name }: RecordedEvent) => ({ exchange: 'bundles', routingKey: name })
const sizes = (events: RecordedEvent[], behind = new Set(events.map(({ id }) => id))) =>
  bundlesOf(events, byName, behind).map((one) => one.events.length)

test.group('Bundles', () => {
  test('take no more than so many events', ({ assert }) => {
    assert.deepEqual(sizes(happened('acme', 'lead.created', 2 * BUNDLE.events + 1)), [
      BUNDLE.events,
      BUNDLE.events,
      1,
    ])
  })

  test('take no more than the broker does at once, but what is larger by itself', ({ assert }) => {
    const events = happened('acme', 'lead.created', 5)
    const large = 'x'.repeat(BUNDLE.characters / 2)
    events[0].data = { text: large }
    events[1].data = { text: large }
    events[3].data = { text: large + large }
    assert.deepEqual(sizes(events), [1, 2, 1, 1])
  })

  test('are of one company, whoever’s events come between', ({ assert }) => {
    const [mine, theirs] = [happened('acme', 'lead.created', 3), happened('blue', 'lead.created', 3)]
    assert.deepEqual(sizes([0, 1, 2].flatMap((at) => [mine[at], theirs[at]])), [3, 3])
  })

  test('keep the order of what happened in a company', ({ assert }) => {
    const [first, second] = happened('acme', 'lead.created', 2)
    const [between] = happened('acme', 'lead.assigned')
    const bundles = bundlesOf(
      [first, between, second],
      byName,
      new Set([first, between, second].map(({ id }) => id))
    )
    assert.deepEqual(
      bundles.map(({ events }) => events),
      [[first], [between], [second]]
    )
  })

  test('are only of what stands behind others', ({ assert }) => {
    const events = happened('acme', 'lead.created', 4)
    assert.deepEqual(sizes(events, new Set()), [1, 1, 1, 1])
    assert.deepEqual(sizes(events, new Set([events[1].id, events[3].id])), [1, 2, 1])
  })
})
