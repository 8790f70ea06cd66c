import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import BookingPlace from '#app/bookings/booking_place'
import Lead from '#app/leads/lead'
import { Current } from '#app/platform/database/current'
import { defineEvent } from '#app/platform/events/events'
import { newId } from '#app/platform/ids'
import { countStatements } from '#tests/count_statements'
import { makeCompany, unique } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const Probed = () => defineEvent<{ position: number }>(`probe.${unique('postponed').replaceAll('-', '_')}`)

async function written(tenantId: string, name: string) {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: { position: number; seq: number }[] }>(
      `select (data ->> 'position')::int as position, seq from events where tenant_id = ? and name = ? order by id`,
      [tenantId, name]
    )
  return rows.map(({ position, seq }) => [position, Number(seq)])
}

test.group('What a unit writes at its end', () => {
  test('needs no round trip of its own', async ({ assert }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    const subjects = [{ id: newId() }, { id: newId() }]
    const statements = await countStatements(() =>
      inside(async () => {
        for (const position of [1, 2, 3, 4]) await event.record(subjects[position % 2], { position })
      })
    )
    assert.equal(statements, 2)
    assert.deepEqual(await written(tenant.id, event.name), [
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ])
  })

  test('goes before any other write, where rows of other tables point to it', async ({ assert }) => {
    const { inside } = await makeCompany()
    const statements = await countStatements(() => inside(() => receiveLead()))
    assert.equal(statements, 3)
    const [lead, place] = await inside(async () => {
      const { id: leadId } = await receiveLead()
      const at = DateTime.utc()
      const span = { startsAt: at.plus({ days: 1 }), endsAt: at.plus({ days: 1, hours: 2 }) }
      await BookingPlace.create({ ...span, leadId, place: 1, heldUntil: at.plus({ hours: 1 }) })
      return [await Lead.findOrFail(leadId), await BookingPlace.ofLead({ id: leadId })]
    })
    assert.equal(place?.leadId, lead.id)
  })

  test('is there when the unit itself looks, and is numbered on afterwards', async ({ assert }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    const subject = { id: newId() }
    await inside(async () => {
      await event.record(subject, { position: 1 })
      assert.lengthOf(await db.from('events').where('name', event.name), 1)
      await event.record(subject, { position: 2 })
    })
    assert.deepEqual(await written(tenant.id, event.name), [
      [1, 1],
      [2, 2],
    ])
  })

  test('is undone with a savepoint, and only what was written inside it', async ({ assert }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    const subject = { id: newId() }
    await inside(async () => {
      await event.record(subject, { position: 1 })
      const torn = db.transaction(async () => {
        await event.record(subject, { position: 2 })
        throw new Error('torn')
      })
      await torn.catch(() => {})
      await db.transaction(() => event.record(subject, { position: 3 }))
    })
    assert.deepEqual(await written(tenant.id, event.name), [
      [1, 1],
      [3, 2],
    ])
  })

  test('goes with a unit that fails or was abandoned', async ({ assert }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    const recorded = () => event.record({ id: newId() }, { position: 1 })
    const failed = inside(async () => {
      await recorded()
      throw new Error('no')
    })
    await assert.rejects(() => failed, /no/)
    await inside(async () => {
      await recorded()
      await Current.abandon()
    })
    assert.isEmpty(await written(tenant.id, event.name))
  })

  test('fails the whole unit when it cannot be written, and leaves the connection clean', async ({
    assert,
  }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    for (let turn = 0; turn < 12; turn++) {
      const unit = inside(async () => {
        await db.from('tenants').update({ name: 'Half done' })
        await event.record({ id: 'not a key' }, { position: 1 })
      })
      await assert.rejects(() => unit, /invalid input syntax for type uuid/)
    }
    const { name } = await inside(() => db.from('tenants').firstOrFail())
    assert.equal(name, tenant.name)
  })

  test('does not hide an error that was swallowed before', async ({ assert }) => {
    const [{ tenant, inside }, event] = [await makeCompany(), Probed()]
    const unit = inside(async () => {
      await event.record({ id: newId() }, { position: 1 })
      await db.rawQuery('select 1 / 0').catch(() => {})
    })
    await assert.rejects(() => unit, /nothing of it was saved/)
    assert.isEmpty(await written(tenant.id, event.name))
  })
})
