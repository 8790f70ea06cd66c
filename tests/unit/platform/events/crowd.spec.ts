import { test } from '@japa/runner'
import { Crowd } from '#app/platform/events/crowd'

test.group('Crowd', () => {
  const many = (crowd: Crowd, company: string, count: number, weight = 1) =>
    Array.from({ length: count }, () => crowd.isBeyond(company, weight)).filter(Boolean).length

  test('a company is beyond its share after so many at once, and another is not', ({ assert }) => {
    const crowd = new Crowd(() => 0)
    assert.equal(many(crowd, 'loud', 100), 0)
    assert.equal(many(crowd, 'loud', 1000), 1000)
    assert.equal(many(crowd, 'quiet', 100), 0)
  })

  test('the share comes back with time, and no more than a whole one', ({ assert }) => {
    let now = 0
    const crowd = new Crowd(() => now)
    many(crowd, 'busy', 100)
    now += 1000
    assert.equal(many(crowd, 'busy', 20), 0)
    now += 3_600_000
    crowd.forget()
    assert.equal(many(crowd, 'busy', 400), 300)
  })

  test('who was beyond it pays that back first, for a minute at the most', ({ assert }) => {
    let now = 0
    const crowd = new Crowd(() => now)
    many(crowd, 'loud', 700)
    now += 29_000
    crowd.forget()
    assert.equal(many(crowd, 'loud', 1), 1)
    now += 2000
    assert.equal(many(crowd, 'loud', 1), 0)
    many(crowd, 'loud', 100_000)
    now += 61_000
    assert.equal(many(crowd, 'loud', 1), 0)
  })

  test('a company that weighs more has so much more', ({ assert }) => {
    const crowd = new Crowd(() => 0)
    assert.equal(many(crowd, 'heavy', 1000, 3), 700)
  })
})
