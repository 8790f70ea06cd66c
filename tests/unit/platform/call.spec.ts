import { test } from '@japa/runner'
import { Call } from '#app/platform/call'

const LONG = 60_000

test.group('A call', () => {
  test('ends the waiting, also one that came while somebody was still looking', async ({ assert }) => {
    const call = new Call()
    const called = call.next()
    call.give()
    await called.within(LONG)
    const again = call.next()
    setTimeout(() => call.give(), 1)
    await again.within(LONG)
    assert.ok(true, 'both went on')
  }).timeout(2000)

  test('is not waited for longer than one may', async ({ assert }) => {
    const startedAt = performance.now()
    await new Call().next().within(20)
    assert.isAbove(performance.now() - startedAt, 15)
  }).timeout(2000)

  test('keeps nobody who comes after its end', async ({ assert }) => {
    const call = new Call()
    call.end()
    await call.next().within(LONG)
    assert.ok(true, 'went on')
  }).timeout(2000)
})
