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
})
