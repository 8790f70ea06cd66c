import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Tenant from '#app/tenancy/tenant'
import { Scheduler } from '#app/platform/timers/scheduler'
import { runDueSchedules } from '#app/platform/timers/schedules'
import { Timer, timers, type TimerClass, type TimerData, type TimerRun } from '#app/platform/timers/timers'
import { makeCompany, unique, type Company } from '#tests/factories'
import { until } from '#tests/until'

type Row = {
  id: string
  next_at: Date
  due_at: Date | null
  run_id: string | null
  missed: number
  last_result: string | null
  last_error: string | null
  zone: string
}

const system = () => db.connection('system')
const rowOf = async ({ tenant }: Company, timer: string): Promise<Row> =>
  system().from('schedules').where({ tenant_id: tenant.id, timer }).first()
const jobsOf = async ({ tenant }: Company, timer: string) =>
  (
    await system().rawQuery<{ rows: { id: string; state: string; data: { due: string } }[] }>(
      `select id, state, data from pgboss.job where name = 'timers' and data ->> 'tenantId' = ? and data ->> 'timer' = ?
       order by start_after`,
      [tenant.id, timer]
    )
  ).rows
const makeDue = (company: Company, timer: string, ago: object) =>
  system()
    .from('schedules')
    .where({ tenant_id: company.tenant.id, timer })
    .update({ next_at: DateTime.utc().minus(ago).startOf('second').toISO() })

type Options = Partial<Pick<typeof Timer, 'unit' | 'tolerance'>>

function probe(handle: (data: TimerData, run: TimerRun) => Promise<void>, options: Options = {}) {
  const name = unique('probe')
  class ProbeTimer extends Timer {
    static timer = name
    handle(data: TimerData, run: TimerRun) {
      return handle(data, run)
    }
  }
  Object.assign(ProbeTimer, options)
  return { name, list: { [name]: async () => ({ default: ProbeTimer as TimerClass }) } }
}

async function running(list: Parameters<Scheduler['start']>[0], work: () => Promise<unknown>) {
  const scheduler = new Scheduler({ concurrency: 8, stopTimeout: 5000 })
  await scheduler.start(list)
  try {
    await work()
  } finally {
    await scheduler.stop()
  }
}

const DAILY = { rule: { every: 'day', at: '08:00' }, zone: 'Europe/Berlin', followsCompany: true } as const

test.group('Schedules', () => {
  test('say when they run next, by the clocks of their zone', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => timers.recurring('probe.daily', DAILY))
    const { next_at: next } = await rowOf(company, 'probe.daily')
    const shown = DateTime.fromJSDate(next).setZone('Europe/Berlin')
    assert.equal(shown.toFormat('HH:mm'), '08:00')
    assert.isBelow(shown.diffNow('days').days, 1.05)
  })

  test('stay as they are when they are said once more, and change when something else is said', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const say = (rule: typeof DAILY.rule | { every: 'day'; at: string }) =>
      company.inside(() => timers.recurring('probe.daily', { ...DAILY, rule }))
    await say(DAILY.rule)
    await makeDue(company, 'probe.daily', { minutes: 1 })
    const due = await rowOf(company, 'probe.daily')
    await say(DAILY.rule)
    assert.deepEqual((await rowOf(company, 'probe.daily')).next_at, due.next_at)
    await say({ every: 'day', at: '09:00' })
    const changed = await rowOf(company, 'probe.daily')
    assert.equal(changed.id, due.id)
    assert.isAbove(changed.next_at.getTime(), Date.now())
  })

  test('follow their company into another zone, those of a person do not', async ({ assert }) => {
    const company = await makeCompany({ timeZone: 'Europe/Berlin' })
    await company.inside(async () => {
      await timers.recurring('probe.company', DAILY)
      await timers.recurring('probe.person', { ...DAILY, followsCompany: false })
    })
    const before = await rowOf(company, 'probe.person')
    await company.as(company.admin, async () => (await Tenant.current()).change({ timeZone: 'Asia/Tokyo' }))
    const moved = await rowOf(company, 'probe.company')
    assert.equal(moved.zone, 'Asia/Tokyo')
    assert.equal(DateTime.fromJSDate(moved.next_at).setZone('Asia/Tokyo').toFormat('HH:mm'), '08:00')
    assert.deepEqual((await rowOf(company, 'probe.person')).next_at, before.next_at)
    assert.equal((await rowOf(company, 'probe.person')).zone, 'Europe/Berlin')
  })

  test('run their timer once when they are due, and know how it went', async ({ assert }) => {
    const company = await makeCompany()
    const seen: unknown[] = []
    const { name, list } = probe(async (data, { due }) => void seen.push(data, due.toMillis()))
    await company.inside(() => timers.recurring(name, { ...DAILY, data: { userId: 'u1' } }))
    await makeDue(company, name, { seconds: 5 })
    const { next_at: due } = await rowOf(company, name)
    await running(list, () => until(async () => (await rowOf(company, name)).last_result === 'done'))
    assert.deepEqual(seen, [{ userId: 'u1' }, due.getTime()])
    const after = await rowOf(company, name)
    assert.isAbove(after.next_at.getTime(), Date.now())
    assert.equal(after.missed, 0)
  })

  test('whose times were missed run once, for the last of them', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => timers.recurring('probe.daily', DAILY))
    await makeDue(company, 'probe.daily', { days: 3, hours: 1 })
    await runDueSchedules()
    const jobs = await jobsOf(company, 'probe.daily')
    assert.lengthOf(jobs, 1)
    assert.isBelow(-DateTime.fromISO(jobs[0].data.due).diffNow('hours').hours, 25)
    assert.isAtLeast((await rowOf(company, 'probe.daily')).missed, 3)
    await runDueSchedules()
    assert.lengthOf(await jobsOf(company, 'probe.daily'), 1)
  })

  test('do not begin a run while another waits or is tried again', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => timers.recurring('probe.daily', DAILY))
    for (let round = 0; round < 2; round++) {
      await makeDue(company, 'probe.daily', { seconds: 1 })
      await runDueSchedules()
    }
    assert.lengthOf(await jobsOf(company, 'probe.daily'), 1)
    const row = await rowOf(company, 'probe.daily')
    assert.equal(row.last_result, 'overlapped')
    assert.equal(row.missed, 1)
  })

  test('that end take the run along that waits', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => timers.recurring('probe.daily', DAILY))
    await makeDue(company, 'probe.daily', { seconds: 1 })
    await runDueSchedules()
    await company.inside(() => timers.endRecurring('probe.daily'))
    const [job] = await jobsOf(company, 'probe.daily')
    assert.equal(job.state, 'cancelled')
    assert.notExists(await rowOf(company, 'probe.daily'))
  })

  test('tell when a run fails, without a word of what it was about', async ({ assert }) => {
    const company = await makeCompany()
    const { name, list } = probe(async () => {
      throw Object.assign(new Error('Mail to dana@example.com was refused'), { code: 'E_REFUSED' })
    })
    await company.inside(() => timers.recurring(name, DAILY))
    await makeDue(company, name, { seconds: 1 })
    await running(list, () => until(async () => (await rowOf(company, name)).last_result === 'failed'))
    assert.equal((await rowOf(company, name)).last_error, 'E_REFUSED')
  })
})

test.group('Timers that come too late', () => {
  test('run all the same where nothing else is said', async ({ assert }) => {
    const company = await makeCompany()
    const seen: number[] = []
    const { name, list } = probe(async (_, { due }) => void seen.push(due.toMillis()))
    const due = DateTime.utc().minus({ days: 9 }).startOf('second')
    await company.inside(() => timers.schedule(name, {}, { startAfter: due }))
    await running(list, () => until(() => seen.length > 0))
    assert.deepEqual(seen, [due.toMillis()])
  })

  for (const unit of ['timer', 'manual'] as const)
    test(`are skipped beyond their tolerance, and their company is told (unit ${unit})`, async ({
      assert,
    }) => {
      const company = await makeCompany()
      const ran: string[] = []
      const { name, list } = probe(async ({ which }) => void ran.push(String(which)), {
        unit,
        tolerance: { minutes: 10 },
      })
      await company.inside(async () => {
        await timers.schedule(name, { which: 'stale' }, { startAfter: DateTime.utc().minus({ minutes: 11 }) })
        await timers.schedule(name, { which: 'fresh' }, { startAfter: DateTime.utc().minus({ minutes: 9 }) })
      })
      await running(list, () =>
        until(async () => (await jobsOf(company, name)).every(({ state }) => state === 'completed'))
      )
      assert.deepEqual(ran, ['fresh'])
      const told = await system()
        .from('events')
        .where({ tenant_id: company.tenant.id, name: 'timer.skipped' })
      assert.lengthOf(told, 1)
      assert.include(told[0].data, { timer: name })
      assert.closeTo(told[0].data.lateInSeconds, 660, 60)
    })

  test('leave the word on their schedule', async ({ assert }) => {
    const company = await makeCompany()
    const { name, list } = probe(async () => {}, { tolerance: { minutes: 10 } })
    await company.inside(() => timers.recurring(name, { ...DAILY, rule: { every: { hours: 1 } } }))
    await makeDue(company, name, { minutes: 30 })
    await running(list, () => until(async () => (await rowOf(company, name)).last_result === 'skipped'))
    assert.isAbove((await rowOf(company, name)).next_at.getTime(), Date.now())
  })
})

test.group('Timers with a key', () => {
  test('are set anew instead of twice, and can be taken back in the unit that set them', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const set = (hours: number) =>
      timers.schedule('probe.keyed', { hours }, { in: { hours } }, { key: 'lead-1' })
    await company.inside(() => set(1))
    await company.inside(() => set(2))
    const jobs = await jobsOf(company, 'probe.keyed')
    assert.lengthOf(jobs, 1)
    await company.inside(async () => {
      await set(3)
      assert.isTrue(await timers.cancel('probe.keyed', 'lead-1'))
      assert.isFalse(await timers.cancel('probe.keyed', 'lead-1'))
    })
    assert.deepEqual(
      (await jobsOf(company, 'probe.keyed')).map(({ state }) => state),
      ['cancelled']
    )
  })

  test('of another company are out of reach', async ({ assert }) => {
    const [company, stranger] = [await makeCompany(), await makeCompany()]
    const set = () => timers.schedule('probe.keyed', {}, { in: { hours: 1 } }, { key: 'lead-1' })
    await company.inside(set)
    await stranger.inside(async () => {
      assert.isFalse(await timers.cancel('probe.keyed', 'lead-1'))
      await set()
      const [{ id }] = await jobsOf(company, 'probe.keyed')
      const { rows } = await db.rawQuery<{ rows: unknown[] }>('select * from cancel_timer(?, null, null)', [
        id,
      ])
      assert.isEmpty(rows)
      const seen = await db.rawQuery<{ rows: unknown[] }>(
        `select * from own_timers_waiting('{probe.keyed}', 10)`
      )
      assert.lengthOf(seen.rows, 1)
    })
    assert.lengthOf(await jobsOf(company, 'probe.keyed'), 1)
    assert.lengthOf(await jobsOf(stranger, 'probe.keyed'), 1)
  })

  test('at a time that clocks show are set for that moment', async ({ assert }) => {
    const company = await makeCompany()
    const due = { date: '2027-03-28', time: '02:30', zone: 'Europe/Berlin' }
    await company.inside(() => timers.schedule('probe.wall', {}, due))
    const [job] = await jobsOf(company, 'probe.wall')
    assert.equal(DateTime.fromISO(job.data.due).toMillis(), Date.UTC(2027, 2, 28, 1, 30))
  })
})
