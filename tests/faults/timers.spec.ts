import { once } from 'node:events'
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { timers } from '#app/platform/timers/timers'
import { makeCompany, unique } from '#tests/factories'
import { until } from '#tests/until'

const TIMERS = 300
const SCHEDULERS = 3
const DEATHS = 5

async function startScheduler(name: string) {
  const child = spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'tests/faults/scheduler_process.ts', name],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }
  )
  await once(child, 'message')
  return child
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

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
    // A run that died with its process keeps its schedule waiting until its turn to be tried again.
    await until(async () => (await effects('recurred')).length > 3, { within: 90_000 })
    const recurred = await effects('recurred')
    assert.deepEqual(
      recurred.filter(({ of, times }) => times !== 1 || of % 1000 !== 0),
      []
    )
  }).timeout(180_000)
})
