import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import { newId } from '#app/platform/ids'

const inTime = (id: string) =>
  DateTime.fromMillis(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), { zone: 'utc' })

test.group('Ids', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('sort in the order they were made in, whatever the clock does', ({ assert }) => {
    const moment = DateTime.fromISO('2031-05-04T03:02:01.000Z', { zone: 'utc' })
    const made = Array.from({ length: 500 }, () => newId())
    clock.freeze(moment)
    made.push(...Array.from({ length: 500 }, () => newId()))
    clock.travelTo(moment.plus({ minutes: 1 }))
    made.push(...Array.from({ length: 500 }, () => newId()))
    assert.deepEqual([...made].sort(), made)
    assert.lengthOf([...new Set(made)], 1500)
  })

  test('carry the moment of the clock', ({ assert }) => {
    const moment = DateTime.fromISO('2019-02-03T04:05:06.789Z', { zone: 'utc' })
    clock.freeze(moment)
    assert.equal(inTime(newId()).toISO(), moment.toISO())
    clock.comeBack()
    assert.closeTo(inTime(newId()).toMillis(), Date.now(), 1000)
  })

  test('of two stories that are told beside each other each keep to their own time', async ({ assert }) => {
    const moments = ['2019-02-03T04:05:06.789Z', '2024-12-31T23:59:59.999Z'].map((iso) =>
      DateTime.fromISO(iso, { zone: 'utc' })
    )
    const tell = (moment: DateTime) =>
      clock.during(moment, async () => {
        const ids: string[] = []
        for (let step = 0; step < 50; step++) {
          await setImmediate()
          ids.push(newId())
        }
        return ids
      })
    const stories = await Promise.all(moments.map(tell))
    for (const [index, ids] of stories.entries()) {
      assert.deepEqual([...ids].sort(), ids)
      assert.isTrue(ids.every((id) => inTime(id).toMillis() === moments[index].toMillis()))
    }
    assert.closeTo(DateTime.utc().toMillis(), Date.now(), 1000)
    assert.isTrue(clock.isReal)
  })
})
