import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import { LazyLink } from '#app/platform/database/lazy_link'

const READS = [{ text: 'select 1' }, { text: 'select 2' }]

/** A connection that notes what it is asked, and how much of that at once. */
function connection() {
  const asked: string[] = []
  let underWay = 0
  let most = 0
  const client = {
    escapeLiteral: (words: string) => `'${words}'`,
    async query(sql: string) {
      most = Math.max(most, ++underWay)
      await setImmediate()
      underWay--
      asked.push(sql)
      if (sql === 'fails') throw new Error(sql)
      if (sql.includes('1 / 0')) throw Object.assign(new Error('division by zero'), { severity: 'ERROR' })
      if (sql.includes('gone')) throw new Error('Connection terminated')
      return { rows: [], command: sql }
    },
  }
  const pool = { acquireConnection: async () => client, releaseConnection: async () => {} }
  const link = new LazyLink(pool as never, 'acme')
  const ask = (query: string | { text: string }) =>
    new Promise<void>((resolve, reject) => link.query(query, (error) => (error ? reject(error) : resolve())))
  return { ask, asked, atOnce: () => most }
}

test.group('The connection of a unit', () => {
  test('is asked one statement at a time, in the order they come', async ({ assert }) => {
    const { ask, asked, atOnce } = connection()
    const statements = ['select 1', 'select 2', 'select 3', 'COMMIT']
    await Promise.all(statements.map(ask))
    assert.deepEqual(asked.slice(1), statements)
    assert.equal(atOnce(), 1)
  })

  test('goes on with what was asked behind a statement that fails', async ({ assert }) => {
    const { ask, asked } = connection()
    const ends = await Promise.allSettled(['fails', 'ROLLBACK TO SAVEPOINT one', 'select 2'].map(ask))
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled']
    )
    assert.deepEqual(asked.slice(1), ['fails', 'ROLLBACK TO SAVEPOINT one', 'select 2'])
  })

  test('opens with the reads that come first', async ({ assert }) => {
    const { ask, asked } = connection()
    await Promise.all([...READS, 'update 3', ...READS].map(ask))
    assert.deepEqual(asked, [
      "BEGIN; select set_config('app.tenant_id', 'acme', true); select 1; select 2",
      'update 3',
      'select 1; select 2',
    ])
  })

  test('has begun when a first read fails, and is not begun again', async ({ assert }) => {
    const { ask, asked } = connection()
    await assert.rejects(() => ask({ text: 'select 1 / 0' }), 'division by zero')
    await ask('ROLLBACK')
    assert.lengthOf(asked, 2)
    assert.equal(asked[1], 'ROLLBACK')
  })

  test('begins anew where the connection went before it had begun', async ({ assert }) => {
    const { ask, asked } = connection()
    await assert.rejects(() => ask({ text: 'select gone' }), 'Connection terminated')
    await ask({ text: 'select 2' })
    assert.match(asked.at(-1)!, /^BEGIN; .*; select 2$/)
  })
})
