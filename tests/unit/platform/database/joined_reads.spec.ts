import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Client } from 'pg'
import { JoinedReads, type Readable } from '#app/platform/database/joined_reads'
import { makeCompany } from '#tests/factories'

const HOSTILE = ["it's", "'; drop table leads; --", '\\', "\\'; select 1; --", '$1', '"', '']

function connection(prepared: string[] = []) {
  const asked: unknown[] = []
  const client = {
    connection: { parsedStatements: Object.fromEntries(prepared.map((name) => [name, 'select $1'])) },
    async query(query: unknown) {
      asked.push(query)
      return typeof query === 'string' ? query.split('; ').map((text) => ({ rows: [text] })) : { rows: [] }
    },
  }
  return { asked, client: client as unknown as Client }
}

test.group('Reads that go together', () => {
  test('are one question, and each gets its own answer', async ({ assert }) => {
    const { asked, client } = connection()
    const reads = new JoinedReads()
    const answers = ['select 1 as one', "select '$1' as two"].map((text) => reads.add({ text, values: [] }))
    await reads.run(client)
    assert.deepEqual(asked, ["select 1 as one; select '$1' as two"])
    assert.deepEqual(
      (await Promise.all(answers)).map(({ rows }) => rows),
      [['select 1 as one'], ["select '$1' as two"]] as never
    )
  })

  test('leave a read alone with its values', async ({ assert }) => {
    const { asked, client } = connection()
    const reads = new JoinedReads()
    const query: Readable = { text: 'select $1', values: ['Ann'] }
    void reads.add(query)
    await reads.run(client)
    assert.deepEqual(asked, [query])
  })

  test('go with what begins the unit, also one alone', async ({ assert }) => {
    const { asked, client } = connection()
    const reads = new JoinedReads()
    const answer = reads.add({ text: 'select $1', values: ["Ann's"] })
    await reads.run(client, 'BEGIN; select 1')
    assert.deepEqual(asked, ["BEGIN; select 1; select 'Ann''s'"])
    assert.deepEqual((await answer).rows, ["select 'Ann''s'"] as never)
  })

  test('use the plan that the connection has, and give it one first', async ({ assert }) => {
    const { asked, client } = connection(['known'])
    const reads = new JoinedReads()
    const known: Readable = { name: 'known', text: 'select $1', values: ["Ann's"] }
    const fresh: Readable = { name: 'fresh', text: 'select $1, 2', values: ['Bob'] }
    const bare = { name: 'known', text: 'select 1', values: [] }
    const answers = [fresh, known, bare].map((query) => reads.add(query))
    await reads.run(client)
    assert.deepEqual(asked, [`execute "known"('Ann''s'); execute "known"`, fresh])
    const [ofFresh, ofKnown] = await Promise.all(answers)
    assert.deepEqual([ofFresh.rows, ofKnown.rows], [[], [`execute "known"('Ann''s')`]] as never)
  })

  test('take only what reads, has plain values and ends nowhere within', ({ assert }) => {
    const given = { text: 'select $1', values: ['Ann'] as unknown[] }
    assert.isTrue(JoinedReads.takes(given))
    for (const other of [
      { ...given, text: 'update leads set name_norm = $1' },
      { ...given, text: 'select $1; select 2' },
      { ...given, text: 'select $1 -- or $2' },
      { ...given, text: 'select $1, $words$it is$words$' },
      { ...given, values: [['Ann']] },
      { ...given, values: [Buffer.from('Ann')] },
    ])
      assert.isFalse(JoinedReads.takes(other), JSON.stringify(other))
  })

  test('find what they would find alone, whatever words they are asked with', async ({ assert }) => {
    const { inside } = await makeCompany()
    const ask = (words: string, number: number) =>
      db
        .from('users')
        .select(
          db.raw('? as words, cast(? as integer) as number, ? is null as nothing', [words, number, null])
        )
        .limit(1)
        .first()
    const found = await inside(() => Promise.all(HOSTILE.map(ask)))
    assert.deepEqual(
      found,
      HOSTILE.map((words, number) => ({ words, number, nothing: true }))
    )
  })

  test('fail together', async ({ assert }) => {
    const { inside } = await makeCompany()
    const asked = ['1', 'none', '2'].map(
      (number) => () => db.from('users').select(db.raw('cast(? as integer)', [number]))
    )
    const ends: string[] = []
    await assert.rejects(() =>
      inside(async () => {
        const all = await Promise.allSettled(asked.map(async (ask) => ask()))
        ends.push(...all.map(({ status }) => status))
      })
    )
    assert.include(ends, 'rejected')
  })
})
