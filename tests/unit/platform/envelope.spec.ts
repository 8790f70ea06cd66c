import { test } from '@japa/runner'
import { PoisonError } from '#app/platform/bus'
import { pack, unpack } from '#app/platform/envelope'
import { RetryLadder } from '#app/platform/retry_ladder'
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

test.group('Retry ladder', () => {
  test('waits longer each time, then names the cause', ({ assert }) => {
    const ladder = new RetryLadder([5, 30])
    const error = Object.assign(new Error('no paper'), { code: 'E_PAPER' })
    assert.deepEqual(ladder.after(1, error), { retryIn: 5 })
    assert.deepEqual(ladder.after(2, error), { retryIn: 30 })
    assert.deepEqual(ladder.after(3, error), { cause: 'E_PAPER: no paper' })
  })

  test('does not climb with poison', ({ assert }) => {
    assert.deepEqual(new RetryLadder([5]).after(1, new PoisonError('bad')), { cause: 'E_POISON: bad' })
  })

  test('copes with what is thrown and no error', ({ assert }) => {
    assert.deepEqual(new RetryLadder([]).after(1, 'a string'), { cause: 'a string' })
  })
})
