import { test } from '@japa/runner'
import { gatheringAfter } from '#app/platform/gathering'

test.group('Gathering', () => {
  test('takes its least time after a step that was quick', ({ assert }) => {
    assert.equal(gatheringAfter(0, 15), 15)
    assert.equal(gatheringAfter(7, 15), 15)
  })

  test('takes longer after one that took long, so that no more than half the time goes into steps', ({
    assert,
  }) => {
    assert.equal(gatheringAfter(20, 15), 20)
  })

  test('never makes anybody wait long', ({ assert }) => {
    assert.equal(gatheringAfter(5000, 15), 50)
  })
})
