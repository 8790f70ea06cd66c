import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import type { Provider } from '#app/platform/sending/provider'
import { PRIORITIES, turns, type Priority, type Turn } from '#app/platform/sending/turns'
import { BREAKER } from '#config/providers'
import { makeCompany } from '#tests/factories'
import { makeProvider } from '#tests/deliveries'

const NOBODY = { counts: new Map<string, number>(), most: 100 }
const REFUSED = {
  state: 'later',
  code: 'ECONNECTION',
  error: 'Connection refused',
  isProviderDown: true,
} as const
const all = async (_: unknown, taken: Turn[]) => taken

const line = (provider: Provider, company: string, count: number, priority: Priority = 'normal') =>
  db.connection('system').rawQuery(
    `insert into turns (provider, priority, tenant_id, sender, subject_id)
     select ?, ?, cast(? as uuid), 'delivery', gen_random_uuid() from generate_series(1, ?)`,
    [provider.name, PRIORITIES[priority], company, count]
  )
const take = async (provider: Provider, count: number, held = NOBODY) =>
  (await provider.share(count, held, all)).turns
const companies = (taken: Turn[]) => taken.map(({ tenantId }) => tenantId)
const waiting = async (provider: Provider) => {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: { count: number }[] }>('select count(*) from turns where provider = ?', [provider.name])
  return rows[0].count
}
const stateOf = (provider: Provider) =>
  db.connection('system').from('providers').where('name', provider.name).firstOrFail()
const itIsTime = (provider: Provider) =>
  db
    .connection('system')
    .from('providers')
    .where('name', provider.name)
    .update({ retry_at: new Date(0) })

test.group('Turns | fairness', () => {
  test('companies take turns, whoever came first and however much of one waits', async ({ assert }) => {
    const provider = await makeProvider()
    const [large, small, third] = [newId(), newId(), newId()]
    await line(provider, large, 50)
    await line(provider, small, 2)
    await line(provider, third, 3)
    const served = companies(await take(provider, 9))
    assert.deepEqual([...served.slice(0, 3)].sort(), [large, small, third].sort())
    assert.deepEqual(
      [large, small, third].map((id) => served.filter((one) => one === id).length),
      [4, 2, 3]
    )
  })

  test('a company that weighs three has three turns where another has one', async ({ assert }) => {
    const provider = await makeProvider()
    const [heavy, usual] = [await makeCompany(), await makeCompany()].map(({ tenant }) => tenant.id)
    await db.connection('system').from('tenants').where('id', heavy).update({ turn_weight: 3 })
    await line(provider, heavy, 50)
    await line(provider, usual, 50)
    const served = companies(await take(provider, 12))
    assert.equal(served.filter((id) => id === heavy).length, 9)
    assert.include(served.slice(0, 4), usual)
  })

  test('who was served last comes last, also for another process', async ({ assert }) => {
    const provider = await makeProvider()
    const ids = Array.from({ length: 5 }, newId)
    for (const id of ids) await line(provider, id, 4)
    const served: string[] = []
    for (let one = 0; one < 20; one++) served.push(...companies(await take(provider, 1)))
    for (let round = 0; round < 4; round++)
      assert.sameMembers(served.slice(round * 5, round * 5 + 5), ids, `round ${round}`)
  })

  test('what somebody waits for goes before what is news, and bulk comes last', async ({ assert }) => {
    const provider = await makeProvider()
    const [one, other] = [newId(), newId()]
    await line(provider, one, 5, 'bulk')
    await line(provider, one, 5, 'normal')
    await line(provider, other, 2, 'critical')
    const served = companies(await take(provider, 3))
    assert.deepEqual(served, [other, other, one])
  })

  test('one company cannot have all that is sent at a time', async ({ assert }) => {
    const provider = await makeProvider()
    const [large, small] = [newId(), newId()]
    await line(provider, large, 50)
    assert.lengthOf(await take(provider, 12, { counts: new Map(), most: 8 }), 8)
    assert.lengthOf(await take(provider, 4, { counts: new Map([[large, 8]]), most: 8 }), 0)
    await line(provider, small, 1)
    assert.deepEqual(companies(await take(provider, 4, { counts: new Map([[large, 8]]), most: 8 })), [small])
  })

  test('a turn is handed out once, however many processes ask', async ({ assert }) => {
    const provider = await makeProvider()
    for (let one = 0; one < 4; one++) await line(provider, newId(), 25)
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(provider, 8)))
    const ids = taken.flat().map(({ subjectId }) => subjectId)
    assert.lengthOf(ids, 100)
    assert.lengthOf(new Set(ids), 100)
  })

  test('taking a turn reads a few pages of the database, although 100,000 wait', async ({ assert }) => {
    const provider = await makeProvider()
    const [large, small] = [newId(), newId()]
    await line(provider, large, 100_000)
    await take(provider, 8)
    await line(provider, small, 1)
    // What the planner does with so much is another thing once it knows of it.
    await db.connection('owner').rawQuery('analyze turns')
    // What this connection did before is counted along until the database has noted it.
    const before = await acrossTenants(pagesReadIn)
    const { turns: taken } = await provider.share(2, NOBODY, async (trx, some) => {
      assert.isBelow((await pagesReadIn(trx)) - before, 250)
      return some
    })
    assert.include(companies(taken), small)
  })

  test('asking is part of the unit: rolled back, nobody waits; asked twice, there is one turn', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const provider = await makeProvider()
    const wanted = {
      provider: provider.name,
      priority: 'normal',
      sender: 'delivery',
      subjectId: newId(),
    } as const
    await assert.rejects(() =>
      company.inside(async () => {
        turns.ask(wanted)
        throw new Error('No')
      })
    )
    assert.equal(await waiting(provider), 0)
    await company.inside(async () => turns.ask(wanted))
    await company.inside(async () => turns.ask(wanted))
    assert.deepEqual(await take(provider, 5), [
      { tenantId: company.tenant.id, sender: 'delivery', subjectId: wanted.subjectId, trace: null },
    ])
  })
})

/** How many pages of the table of turns and its indexes a transaction has read so far. */
async function pagesReadIn(trx: TransactionClientContract) {
  const { rows } = await trx.rawQuery<{ rows: { pages: string }[] }>(
    `select sum(pg_stat_get_xact_blocks_fetched(c.oid)) as pages from pg_class c
     where c.relname = 'turns' or c.oid in (select indexrelid from pg_index where indrelid = 'turns'::regclass)`
  )
  return Number(rows[0].pages)
}

test.group('Turns | the rate of a provider', () => {
  test('never more leaves than its rate allows, with several processes and after a pause', async ({
    assert,
  }) => {
    const perSecond = 40
    const provider = await makeProvider({ text: '40/second', perSecond })
    await line(provider, newId(), 500)
    await sleep(300)
    const start = performance.now()
    let taken = 0
    while (performance.now() - start < 1500)
      taken += (await Promise.all([take(provider, 8), take(provider, 8), take(provider, 8)])).flat().length
    const seconds = (performance.now() - start) / 1000
    assert.isAtMost(taken, Math.ceil(seconds * perSecond + perSecond / 10))
    assert.isAbove(taken, 0)
    assert.equal(await waiting(provider), 500 - taken)
  })

  test('what was not owed any more costs nothing of it', async ({ assert }) => {
    const provider = await makeProvider({ text: '1/hour', perSecond: 1 / 3600 })
    await line(provider, newId(), 2)
    await provider.share(1, NOBODY, async () => [])
    assert.lengthOf(await take(provider, 1), 1)
  })

  test('it says how long to wait', async ({ assert }) => {
    const provider = await makeProvider({ text: '10/second', perSecond: 10 })
    await line(provider, newId(), 20)
    await take(provider, 8)
    const { turns: none, wait } = await provider.share(8, NOBODY, all)
    assert.isEmpty(none)
    assert.isAbove(wait, 0)
    assert.isAtMost(wait, 100)
  })
})

test.group('Turns | a provider that is out of order', () => {
  async function outOfOrder() {
    const provider = await makeProvider()
    await line(provider, newId(), 10)
    for (let one = 1; one <= BREAKER.failures; one++)
      assertOpen(await provider.heard(REFUSED), one === BREAKER.failures)
    return provider
  }
  function assertOpen(isOpen: boolean, expected: boolean) {
    if (isOpen !== expected) throw new Error(`open: ${isOpen}`)
  }

  test('is left alone after failures in a row, and nothing that waits is lost', async ({ assert }) => {
    const provider = await outOfOrder()
    assert.isEmpty(await take(provider, 8))
    assert.equal(await waiting(provider), 10)
    const { opened_at: openedAt, error, retry_at: retryAt } = await stateOf(provider)
    assert.isNotNull(openedAt)
    assert.equal(error, 'Connection refused')
    assert.isAbove(retryAt.getTime(), Date.now())
  })

  test('is tried with one message when its time has come, and no other goes meanwhile', async ({
    assert,
  }) => {
    const provider = await outOfOrder()
    await itIsTime(provider)
    const taken = await Promise.all([take(provider, 8), take(provider, 8), take(provider, 8)])
    assert.lengthOf(taken.flat(), 1)
  })

  test('is left alone for longer each time, and back at once when it answers', async ({ assert }) => {
    const provider = await outOfOrder()
    for (const seconds of [10, 20, 40]) {
      await itIsTime(provider)
      assert.lengthOf(await take(provider, 8), 1)
      const before = Date.now()
      assert.isTrue(await provider.heard(REFUSED))
      const retryAt = (await stateOf(provider)).retry_at.getTime() - seconds * 1000
      assert.isAtLeast(retryAt, before - 1)
      assert.isAtMost(retryAt, Date.now() + 1)
    }
    await itIsTime(provider)
    await take(provider, 8)
    await provider.heard({ state: 'sent', providerId: null })
    assert.lengthOf(await take(provider, 8), 6)
    assert.isNull((await stateOf(provider)).opened_at)
  })

  test('stays closed when failures come between answers, even refusals', async ({ assert }) => {
    const provider = await makeProvider()
    for (let one = 0; one < 3 * BREAKER.failures; one++) {
      assert.isFalse(await provider.heard(REFUSED))
      await provider.heard({ state: 'failed', code: 'EENVELOPE', error: 'No such user' })
    }
  })

  test('a try that found nothing to send leaves the next one free to try', async ({ assert }) => {
    const provider = await outOfOrder()
    await itIsTime(provider)
    await provider.share(1, NOBODY, async () => [])
    assert.lengthOf(await take(provider, 8), 1)
  })
})
