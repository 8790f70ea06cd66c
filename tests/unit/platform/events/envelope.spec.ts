import { test } from '@japa/runner'
import { PoisonError } from '#app/platform/bus/bus'
import { pack, unpack } from '#app/platform/events/envelope'
import { recordEvents } from '#tests/broker/probe_events'

test.group('Envelope', () => {
  test('an event comes out as it went in', async ({ assert }) => {
    const [event] = await recordEvents()
    assert.deepEqual(unpack(JSON.parse(JSON.stringify(pack(event)))), event)
  })

  test('what is no event of a known version is refused', async ({ assert }) => {
    const [event] = await recordEvents()
    const whole = JSON.parse(JSON.stringify(pack(event)))
    const wrong = [
      null,
      'text',
      Buffer.from('{}'),
      {},
      { ...whole, v: 2 },
      { ...whole, id: 7 },
      { ...whole, tenantId: '' },
    ]
    for (const body of [...wrong, { ...whole, occurredAt: 'soon' }, { ...whole, name: undefined }]) {
      assert.throws(() => unpack(body), PoisonError as never)
    }
  })
})
