import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import { snoozesIn, snoozeTime, type SnoozeWish } from '#app/notifications/snooze_time'

const at = <T>(moment: string, work: () => T) =>
  clock.during(DateTime.fromISO(moment, { zone: 'utc' }), async () => work())
const until = (now: string, wish: SnoozeWish, zone: string) => at(now, () => snoozeTime(wish, zone).toISO())

test.group('The time of a snooze', () => {
  test('is that of the person’s own clock, also when the clocks change in between', async ({ assert }) => {
    // Berlin goes from UTC+1 to UTC+2 in the night to 28 March 2027.
    assert.equal(
      await until('2027-03-27T12:00', { preset: 'tomorrow' }, 'Europe/Berlin'),
      '2027-03-28T06:00:00.000Z'
    )
    assert.equal(
      await until('2027-03-26T12:00', { preset: 'tomorrow' }, 'Europe/Berlin'),
      '2027-03-27T07:00:00.000Z'
    )
    assert.equal(
      await until('2027-10-30T12:00', { date: '2027-11-02', time: '09:00' }, 'Europe/Berlin'),
      '2027-11-02T08:00:00.000Z'
    )
    assert.equal(
      await until('2027-03-27T12:00', { preset: 'week' }, 'Asia/Kolkata'),
      '2027-03-29T02:30:00.000Z'
    )
    assert.equal(
      await until('2027-03-28T00:30', { preset: 'hour' }, 'Europe/Berlin'),
      '2027-03-28T01:30:00.000Z'
    )
  })

  test('that the clocks leave out is refused', async ({ assert }) => {
    await assert.rejects(
      () => until('2027-03-01T12:00', { date: '2027-03-28', time: '02:30' }, 'Europe/Berlin'),
      /02:30 does not exist/
    )
  })

  test('is offered only while it lies ahead', async ({ assert }) => {
    const offered = (now: string) => at(now, () => snoozesIn('America/Denver').map(({ preset }) => preset))
    assert.deepEqual(await offered('2027-06-01T15:00'), ['hour', 'evening', 'tomorrow', 'week'])
    assert.deepEqual(await offered('2027-06-02T01:00'), ['hour', 'tomorrow', 'week'])
  })
})
