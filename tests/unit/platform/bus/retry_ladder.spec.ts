import { test } from '@japa/runner'
import { BusUnavailableError, PoisonError } from '#app/platform/bus/bus'
import { NewerEventError } from '#app/platform/events/event_versions'
import { UnitLostError } from '#app/platform/errors'
import { RetryLadder } from '#app/platform/bus/retry_ladder'

const ladder = new RetryLadder([10, 200])
const coded = (code: string) => Object.assign(new Error('failed'), { code })

test.group('The retry ladder', () => {
  test('makes the waits longer, and ends with the cause', ({ assert }) => {
    const error = coded('E_ODD')
    assert.deepEqual(ladder.after(1, error), { attempts: 1, retryIn: 10 })
    assert.deepEqual(ladder.after(2, error), { attempts: 2, retryIn: 200 })
    assert.deepEqual(ladder.after(3, error), { attempts: 3, cause: 'E_ODD: failed' })
  })

  test('is skipped by what can never succeed', ({ assert }) => {
    assert.deepEqual(ladder.after(1, new PoisonError('bad')), { attempts: 1, cause: 'E_POISON: bad' })
  })

  test('is not climbed by what asks to be left alone for a while, which then comes after that', ({
    assert,
  }) => {
    const later = (milliseconds: number) =>
      Object.assign(coded('E_BUSY'), { retryAt: new Date(Date.now() + milliseconds) })
    assert.deepEqual(ladder.after(9, later(-5)), { attempts: 8, retryIn: 10 })
    assert.deepEqual(ladder.after(9, later(150)), { attempts: 8, retryIn: 200 })
    assert.deepEqual(ladder.after(9, later(60_000)), { attempts: 8, retryIn: 200 })
  })

  test('copes with what is thrown and no error', ({ assert }) => {
    assert.deepEqual(new RetryLadder([]).after(1, 'a string'), { attempts: 1, cause: 'a string' })
  })

  test('is not climbed while the database or the bus is away, however long', ({ assert }) => {
    const outages = [
      coded('ECONNREFUSED'),
      coded('57P03'),
      coded('08006'),
      new Error('Connection terminated unexpectedly'),
      new AggregateError([coded('ECONNREFUSED')]),
      new UnitLostError(undefined, { cause: coded('ECONNRESET') }),
      new BusUnavailableError(),
    ]
    for (const outage of outages) {
      assert.deepEqual(ladder.after(1, outage), { attempts: 0, retryIn: 10 })
      assert.deepEqual(ladder.after(9, outage), { attempts: 8, retryIn: 10 })
    }
  })

  test('is not climbed by what only a newer release can handle', ({ assert }) => {
    assert.deepEqual(ladder.after(4, new NewerEventError('newer')), { attempts: 3, retryIn: 200 })
  })

  test('is climbed by errors of the database about the work itself', ({ assert }) => {
    for (const code of ['23505', '40001', '22P02']) assert.equal(ladder.after(1, coded(code)).attempts, 1)
  })
})
