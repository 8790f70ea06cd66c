import { once } from 'node:events'
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { timers } from '#app/platform/timers/timers'
import { endProcess } from '#tests/end_process'
import { makeCompany, unique } from '#tests/factories'
import { until } from '#tests/until'

const TIMERS = 300
const SCHEDULERS = 3
/** In the short form each of them dies once. */
const DEATHS = process.env.FAULTS === 'all' ? 9 : SCHEDULERS

async function startScheduler(name: string, habit = 'works') {
  const child = spawn(
    process.execPath,
    ['--import=./tests/from_build.mjs', 'tests/faults/scheduler_process.ts', name, habit],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }
  )
  await once(child, 'message')
  return child
}

const kill = (child: ChildProcess) => endProcess(child, 'SIGKILL')

test.group('Three schedulers on one database, killed without warning', () => {
  test('run each timer once, and each time of a schedule once', async ({ assert, cleanup }) => {
    const { tenant, inside } = await makeCompany()
    const name = unique('probe')
    const crew = await Promise.all(Array.from({ length: SCHEDULERS }, () => startScheduler(name)))
    cleanup(async () => {
      await Promise.all(crew.map(kill))
      await inside(() => timers.endRecurring(name))
    })
    const effects = async (kind: string) => {
      const found = await db
        .connection('system')
        .from('number_series')
        .where({ tenant_id: tenant.id })
        .whereLike('name', `${kind} %`)
        .select('name', 'next')
      return found.map((row) => ({ of: Number(row.name.split(' ')[1]), times: row.next - 1001 }))
    }

    await inside(() =>
      timers.recurring(name, {
        rule: { every: { seconds: 1 } },
        zone: 'UTC',
        followsCompany: false,
        data: { number: null },
      })
    )
    for (let number = 0; number < TIMERS; number += 10)
      await inside(async () => {
        for (let one = number; one < number + 10; one++)
          await timers.schedule(name, { number: one }, { in: { milliseconds: one * 20 } })
      })
    for (let death = 0; death < DEATHS; death++) {
      await sleep(300 + Math.random() * 600)
      await kill(crew[death % SCHEDULERS])
      crew[death % SCHEDULERS] = await startScheduler(name)
    }
    await until(async () => (await effects('effect')).length === TIMERS, { within: 60_000 })

    const once = (await effects('effect')).filter(({ times }) => times === 1)
    assert.lengthOf(once, TIMERS)
    await until(async () => (await effects('recurred')).length > 3, { within: 30_000 })
    const recurred = await effects('recurred')
    assert.deepEqual(
      recurred.filter(({ of, times }) => times !== 1 || of % 1000 !== 0),
      []
    )
  }).timeout(180_000)

  test('go on with a schedule whose run died with its process, long before that run would be tried again', async ({
    assert,
    cleanup,
  }) => {
    const { tenant, inside } = await makeCompany()
    const name = unique('probe')
    const doomed = await startScheduler(name, 'hangs')
    await inside(() =>
      timers.recurring(name, {
        rule: { every: { seconds: 1 } },
        zone: 'UTC',
        followsCompany: false,
        data: { number: null },
      })
    )
    const system = db.connection('system')
    const run = () =>
      system
        .from('pgboss.job')
        .where({ name: 'timers', state: 'active' })
        .whereRaw(`data ->> 'timer' = ?`, [name])
    const schedule = () => system.from('schedules').where({ tenant_id: tenant.id })
    await until(async () => (await run()).length === 1)
    await run().update({ retry_delay: 3600 })
    await kill(doomed)
    const heir = await startScheduler(name)
    cleanup(async () => {
      await kill(heir)
      await inside(() => timers.endRecurring(name))
    })
    const recurred = () =>
      system.from('number_series').where({ tenant_id: tenant.id }).whereLike('name', 'recurred %')
    await until(async () => (await recurred()).length > 1, { within: 30_000 })
    const [{ last_result: result }] = await schedule()
    assert.include(['done', 'overlapped'], result)
  }).timeout(90_000)
})
