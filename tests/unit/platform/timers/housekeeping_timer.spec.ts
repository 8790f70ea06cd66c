import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import HousekeepingTimer from '#app/platform/timers/housekeeping_timer'
import { makeCompany, unique } from '#tests/factories'

const system = () => db.connection('system')
const ago = (days: number) => DateTime.utc().minus({ days }).toISO()

test.group('Housekeeping', () => {
  test('forgets old records of consumption, ended sessions and past limits, and keeps the others', async ({
    assert,
  }) => {
    const { tenant } = await makeCompany()
    const [old, fresh] = [unique('old'), unique('fresh')]
    const consumed = (consumer: string, days: number) => ({
      tenant_id: tenant.id,
      consumer,
      event_id: newId(),
      consumed_at: ago(days),
    })
    await system()
      .table('consumed_events')
      .multiInsert([consumed(old, 61), consumed(fresh, 59)])
    await system()
      .table('sessions')
      .multiInsert([
        { id: old, data: '{}', expires_at: ago(1) },
        { id: fresh, data: '{}', expires_at: ago(-1) },
      ])
    await system()
      .table('rate_limits')
      .multiInsert([
        { key: old, points: 1, expire: Date.now() - 1000 },
        { key: fresh, points: 1, expire: Date.now() + 60_000 },
      ])
    await new HousekeepingTimer().handle()
    const left = async (table: string, column: string) =>
      (await system().from(table).whereIn(column, [old, fresh]).select(column)).map((row) => row[column])
    assert.deepEqual(await left('consumed_events', 'consumer'), [fresh])
    assert.deepEqual(await left('sessions', 'id'), [fresh])
    assert.deepEqual(await left('rate_limits', 'key'), [fresh])
  })

  test('makes room for the coming months', async ({ assert }) => {
    await new HousekeepingTimer().handle()
    const { rows } = await system().rawQuery<{ rows: { relname: string }[] }>(
      `select relname from pg_class where relnamespace = 'partitions'::regnamespace`
    )
    const partitions = rows.map(({ relname }) => relname)
    for (const months of [0, 1, 2, 3]) {
      assert.include(
        partitions,
        `events_${DateTime.utc().startOf('month').plus({ months }).toFormat('yyyyMM')}`
      )
    }
  })
})
