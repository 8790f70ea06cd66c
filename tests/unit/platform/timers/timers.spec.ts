import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { nextReference } from '#app/platform/database/number_series'
import { Scheduler } from '#app/platform/timers/scheduler'
import { Timer, timers, type TimerClass, type TimerData } from '#app/platform/timers/timers'
import { makeCompany, unique, type Company } from '#tests/factories'
import { until } from '#tests/until'

type Job = {
  id: string
  state: string
  data: { timer: string; data: TimerData; tenantId: string; due: string }
  start_after: Date
  retry_count: number
}

const jobs = async ({ tenant }: Company) => {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: Job[] }>(
      `select id, state, data, start_after, retry_count from pgboss.job where name = 'timers' and data ->> 'tenantId' = ?`,
      [tenant.id]
    )
  return rows
}

function timer(name: string, handle: (data: TimerData) => Promise<void>, unit: TimerClass['unit'] = 'timer') {
  class ProbeTimer extends Timer {
    static timer = name
    static unit = unit
    handle(data: TimerData) {
      return handle(data)
    }
  }
  return { [name]: async () => ({ default: ProbeTimer as TimerClass }) }
}

async function scheduled<T>(list: Parameters<Scheduler['start']>[0], work: () => Promise<T>, count = 1) {
  const schedulers = Array.from({ length: count }, () => new Scheduler({ concurrency: 8, stopTimeout: 5000 }))
  await Promise.all(schedulers.map((one) => one.start(list)))
  try {
    return await work()
  } finally {
    await Promise.all(schedulers.map((one) => one.stop()))
  }
}

test.group('Timers', () => {
  test('set once more under its key it stays while it says the same, and gives way to what says something else', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const [name, due] = [unique('timer'), DateTime.utc().plus({ hours: 1 })]
    const set = (times: number, startAfter: DateTime) =>
      company.inside(async () => {
        for (let one = 0; one < times; one++)
          await timers.schedule(name, { tenantId: company.tenant.id, at: 1 }, { startAfter }, { key: 'one' })
      })
    await set(3, due)
    const [first, ...more] = await jobs(company)
    assert.isEmpty(more)
    await set(2, due)
    assert.sameMembers(
      (await jobs(company)).map(({ id }) => id),
      [first.id]
    )
    await set(1, due.plus({ minutes: 5 }))
    const [later, ...none] = await jobs(company)
    assert.isEmpty(none)
    assert.deepEqual(later.start_after, due.plus({ minutes: 5 }).toJSDate())
  })

  test('what is set again runs after the unit that set it again', async ({ assert }) => {
    const company = await makeCompany()
    const [name, due] = [unique('timer'), DateTime.utc()]
    const set = () =>
      timers.schedule(name, { tenantId: company.tenant.id }, { startAfter: due }, { key: 'one' })
    await company.inside(set)
    await company.inside(async () => {
      await set()
      // What is postponed is written before somebody looks at the timers.
      await db.rawQuery(`select from own_timers_waiting(array['x'], 1)`)
      const { rows } = await db
        .connection('system')
        .rawQuery<{ rows: object[] }>(
          `select id from pgboss.job where name = 'timers' and data ->> 'tenantId' = ? for update skip locked`,
          [company.tenant.id]
        )
      assert.isEmpty(rows)
    })
  })

  test('a timer is set in the unit that asks for it, for its company', async ({ assert }) => {
    const company = await makeCompany()
    const at = DateTime.utc().plus({ hours: 3 }).startOf('second')
    const leadId = newId()
    await company.inside(() => timers.schedule('probe.later', { leadId, note: null }, { startAfter: at }))
    const [job] = await jobs(company)
    assert.deepEqual(job.data, {
      timer: 'probe.later',
      data: { leadId, note: null },
      tenantId: company.tenant.id,
      due: job.data.due,
    })
    assert.equal(DateTime.fromISO(job.data.due).toMillis(), at.toMillis())
    assert.equal(job.start_after.getTime(), at.toMillis())
  })

  test('a unit that is rolled back sets no timer', async ({ assert }) => {
    const company = await makeCompany()
    const undone = company.inside(async () => {
      await timers.schedule('probe.later', {}, { in: { minutes: 1 } })
      throw new Error('undone')
    })
    await assert.rejects(() => undone, 'undone')
    assert.isEmpty(await jobs(company))
  })

  test('no timer can be set for another company, and none outside a unit', async ({ assert }) => {
    const [company, other] = [await makeCompany(), await makeCompany()]
    await assert.rejects(
      () =>
        company.inside(() =>
          timers.schedule('probe.later', { tenantId: other.tenant.id }, { in: { minutes: 1 } })
        ),
      /for the tenant of the current unit only/
    )
    await assert.rejects(
      () => timers.schedule('probe.later', {}, { in: { minutes: 1 } }),
      /outside a tenant scope/
    )
  })

  test('the runtime role can set timers, and neither read, change nor remove a job', async ({ assert }) => {
    const company = await makeCompany()
    for (const sql of [
      'select * from pgboss.job',
      'update pgboss.job set data = null',
      'delete from pgboss.job',
      `insert into pgboss.job (name) values ('timers')`,
      `select pgboss.create_queue('mine', '{}')`,
    ]) {
      await assert.rejects(() => company.inside(() => db.rawQuery(sql)), /permission denied/)
    }
  })

  test('runs when it is due, in one unit of its company, as the system', async ({ assert }) => {
    const company = await makeCompany()
    const name = unique('probe')
    const seen: unknown[] = []
    const list = timer(name, async (data) => void seen.push(data, Current.tenantId, Current.actor.kind))
    await scheduled(list, async () => {
      const leadId = newId()
      await company.inside(() => timers.schedule(name, { leadId }, { in: { milliseconds: 200 } }))
      await until(() => seen.length > 0)
      assert.deepEqual(seen, [{ leadId }, company.tenant.id, 'system'])
      await until(async () => (await jobs(company))[0].state === 'completed')
    })
  })

  test('several schedulers run each timer once', async ({ assert }) => {
    const company = await makeCompany()
    const name = unique('probe')
    const list = timer(name, async () => void (await nextReference(name)))
    await scheduled(
      list,
      async () => {
        await company.inside(async () => {
          for (let count = 0; count < 30; count++) await timers.schedule(name, {}, { in: {} })
        })
        await until(async () => (await jobs(company)).every(({ state }) => state === 'completed'))
      },
      3
    )
    assert.equal((await company.inside(() => nextReference(name))).number, 1001 + 30)
  })

  test('one that fails leaves no effect, and is tried again', async ({ assert }) => {
    const company = await makeCompany()
    const name = unique('probe')
    let failures = 1
    const list = timer(name, async () => {
      await nextReference(name)
      if (failures-- > 0) throw new Error('not yet')
    })
    await scheduled(list, async () => {
      await company.inside(() => timers.schedule(name, {}, { in: {} }))
      await until(async () => (await jobs(company))[0].state === 'retry')
      await db
        .connection('system')
        .rawQuery(
          `update pgboss.job set start_after = now() where name = 'timers' and data ->> 'timer' = ?`,
          [name]
        )
      await until(async () => (await jobs(company))[0].state === 'completed')
    })
    assert.equal((await company.inside(() => nextReference(name))).number, 1002)
  })

  test('one with a cron runs for the whole installation, and goes with its entry in the list', async ({
    assert,
  }) => {
    const name = unique('probe')
    const seen: boolean[] = []
    class NightlyTimer extends Timer {
      static timer = name
      static cron = '0 4 * * *'
      static zone = 'Europe/Berlin'
      async handle() {
        seen.push(Current.isOpen)
      }
    }
    const schedules = async () => {
      const { rows } = await db
        .connection('system')
        .rawQuery<{ rows: object[] }>('select cron, timezone, data from pgboss.schedule where key = ?', [
          name,
        ])
      return rows
    }
    await scheduled({ [name]: async () => ({ default: NightlyTimer }) }, async () => {
      const [schedule] = (await schedules()) as { data: object }[]
      assert.deepEqual(schedule, {
        cron: '0 4 * * *',
        timezone: 'Europe/Berlin',
        data: { timer: name, data: {} },
      } as never)
      await db
        .connection('system')
        .rawQuery(`insert into pgboss.job (name, data, policy) values ('timers', ?, 'standard')`, [
          JSON.stringify(schedule.data),
        ])
      await until(() => seen.length > 0)
      assert.deepEqual(seen, [false])
    })
    await scheduled({}, async () => assert.isEmpty(await schedules()))
  })

  test('each timer of the product is listed under its own name, and says what it is for', async ({
    assert,
  }) => {
    const { timers: list } = await import('#start/workers')
    for (const [name, lazy] of Object.entries(list)) {
      const { default: Timer } = await lazy()
      assert.equal(Timer.timer, name)
      assert.isString(Timer.purpose, `${name} says what it is for`)
    }
  })
})
