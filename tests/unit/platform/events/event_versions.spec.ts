import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asOfToday, asShown } from '#app/platform/events/event_versions'
import { defineEvent, type RecordedEvent } from '#app/platform/events/events'
import { newId } from '#app/platform/ids'
import { Queue } from '#app/platform/bus/queues'
import { Worker } from '#app/platform/events/worker'
import { makeCompany, unique } from '#tests/factories'

const priced = () => {
  const name = `${unique('probe').replace('-', '_')}.priced`
  defineEvent<{ cents: number; currency: string }>(name, {
    version: 3,
    upcasters: {
      1: ({ dollars }) => ({ cents: Number(dollars) * 100 }),
      2: (data) => ({ ...data, currency: 'USD' }),
    },
  })
  return name
}

const recorded = (
  event: Pick<RecordedEvent, 'name' | 'version' | 'data'>,
  tenantId = newId()
): RecordedEvent => ({
  id: newId(),
  tenantId,
  seq: 1,
  occurredAt: DateTime.utc(),
  actor: { kind: 'system', id: null, name: null },
  subject: { type: 'probe', id: newId() },
  requestId: null,
  ...event,
})

test.group('Versions of events', () => {
  test('a payload of an earlier version is read as one of today, step by step', ({ assert }) => {
    const name = priced()
    const today = { name, version: 3, data: { cents: 500, currency: 'USD' } }
    assert.deepEqual(asOfToday({ name, version: 1, data: { dollars: 5 } }), today)
    assert.deepEqual(asOfToday({ name, version: 2, data: { cents: 500 } }), today)
    assert.deepEqual(asOfToday(today), today)
  })

  test('a payload of a later version is refused to who acts, and shown as it is to who looks', ({
    assert,
  }) => {
    const later = { name: priced(), version: 4, data: { amount: '5.00' } }
    assert.throws(() => asOfToday(later), /came in version 4, this release knows version 3/)
    assert.deepEqual(asShown(later), later)
  })

  test('a version whose way to the next one is missing cannot be defined', ({ assert }) => {
    assert.throws(
      () => defineEvent('probe.gap', { version: 3, upcasters: { 2: (data) => data } }),
      /nothing says what becomes of its version 1/
    )
  })

  test('workers are handed the payload of today, and neither lose what is newer nor what they do not know', async ({
    assert,
  }) => {
    const { tenant } = await makeCompany()
    const name = priced()
    const handled: unknown[] = []
    class PricedWorker extends Worker {
      static queue = 'prices'
      static subscribes = [{ name } as never]
      async handle({ version, data }: RecordedEvent) {
        handled.push({ version, data })
      }
    }
    const queue = new Queue('prices', [PricedWorker])
    await queue.handle(recorded({ name, version: 1, data: { dollars: 7 } }, tenant.id))
    assert.deepEqual(handled, [{ version: 3, data: { cents: 700, currency: 'USD' } }])
    await assert.rejects(() => queue.handle(recorded({ name, version: 4, data: {} }, tenant.id)), /newer/)
    await assert.rejects(
      () => queue.handle(recorded({ name: unique('probe.new'), version: 1, data: {} }, tenant.id)),
      /does not know probe\.new/
    )
    defineEvent('probe.known_but_unwanted')
    await queue.handle(recorded({ name: 'probe.known_but_unwanted', version: 1, data: {} }, tenant.id))
    assert.lengthOf(handled, 1)
  })
})
