import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Availability, type Week } from '#app/notification_preferences/availability'

const DAY = { from: '08:00', to: '18:00' }
const OFFICE: Week = [DAY, DAY, DAY, DAY, DAY, null, null]
const until = (week: Week, zone: string, moment: string) =>
  new Availability(week, zone).quietUntil(DateTime.fromISO(moment, { zone }))?.setZone(zone).toISO() ?? null

test.group('Quiet hours', () => {
  test('are all that lies outside of the hours of a day', ({ assert }) => {
    const at = (moment: string) => until(OFFICE, 'America/Denver', moment)
    assert.isNull(at('2027-06-02T08:00'))
    assert.isNull(at('2027-06-02T17:59:59'))
    assert.equal(at('2027-06-02T18:00'), '2027-06-03T08:00:00.000-06:00')
    assert.equal(at('2027-06-02T07:59'), '2027-06-02T08:00:00.000-06:00')
    assert.equal(at('2027-06-04T20:00'), '2027-06-07T08:00:00.000-06:00')
  })

  test('end by the clock on the wall, also in the nights in which it changes', ({ assert }) => {
    const daily: Week = Array(7).fill({ from: '08:00', to: '22:00' })
    const at = (moment: string) => until(daily, 'Europe/Berlin', moment)
    assert.equal(at('2027-03-27T23:00'), '2027-03-28T08:00:00.000+02:00')
    assert.equal(at('2027-10-30T23:00'), '2027-10-31T08:00:00.000+01:00')
    const early: Week = Array(7).fill({ from: '02:30', to: '22:00' })
    assert.equal(until(early, 'Europe/Berlin', '2027-03-28T01:00'), '2027-03-28T03:30:00.000+02:00')
  })

  test('of somebody who works at night lie in the day', ({ assert }) => {
    const night: Week = [{ from: '22:00', to: '06:00' }, null, null, null, null, null, null]
    const at = (moment: string) => until(night, 'Asia/Kolkata', moment)
    assert.isNull(at('2027-05-31T23:00'))
    assert.isNull(at('2027-06-01T05:59'))
    assert.equal(at('2027-06-01T06:00'), '2027-06-07T22:00:00.000+05:30')
  })

  test('of somebody who is never to be disturbed last a week at most', ({ assert }) => {
    assert.equal(until(Array(7).fill(null), 'UTC', '2027-06-02T12:00'), '2027-06-09T12:00:00.000Z')
  })

  test('do not exist where a day lasts from midnight to midnight', ({ assert }) => {
    const always: Week = Array(7).fill({ from: '00:00', to: '00:00' })
    for (const moment of ['2027-06-02T00:00', '2027-06-02T23:59:59', '2027-03-28T02:30'])
      assert.isNull(until(always, 'Europe/Berlin', moment))
  })
})
