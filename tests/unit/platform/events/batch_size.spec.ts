import { test } from '@japa/runner'
import { BatchSize } from '#app/platform/events/batch_size'

test.group('How many waiting events go together', () => {
  function sized() {
    let now = 0
    const size = new BatchSize(() => now)
    return { size, pass: (milliseconds: number) => (now += milliseconds) }
  }

  test('a company that is alone goes in large batches, however long they take', ({ assert }) => {
    const { size } = sized()
    size.notice('blue pipe')
    size.learn(1000, 2000)
    assert.equal(size.next, 1000)
  })

  test('beside another it is what takes a twentieth of a second, and a hundred whatever they take', ({
    assert,
  }) => {
    const { size } = sized()
    size.notice('blue pipe')
    size.notice('green garden')
    for (let one = 0; one < 50; one++) size.learn(1000, 250)
    assert.closeTo(size.next, 200, 1)
    for (let one = 0; one < 50; one++) size.learn(100, 250)
    assert.equal(size.next, 100)
    for (let one = 0; one < 50; one++) size.learn(100, 1)
    assert.equal(size.next, 1000)
  })

  test('a second after the other was there last it is alone again', ({ assert }) => {
    const { size, pass } = sized()
    size.notice('green garden')
    size.learn(100, 2500)
    pass(900)
    size.notice('blue pipe')
    assert.isBelow(size.next, 1000)
    pass(200)
    size.notice('blue pipe')
    assert.equal(size.next, 1000)
  })
})
