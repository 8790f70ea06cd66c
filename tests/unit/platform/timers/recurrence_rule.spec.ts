import { execFileSync } from 'node:child_process'
import { DateTime, IANAZone } from 'luxon'
import { test } from '@japa/runner'
import { RecurrenceRule, type Recurrence } from '#app/platform/timers/recurrence_rule'
import { momentOf } from '#app/platform/timers/wall_time'

const ZONES = Intl.supportedValuesOf('timeZone')
const WEEK = 7 * 24 * 3600 * 1000
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

function occurrences(rule: Recurrence, zone: string, from: string, count: number) {
  const recurrence = new RecurrenceRule(rule, zone)
  const found: string[] = []
  for (let moment: DateTime = at(from); found.length < count;) {
    moment = recurrence.after(moment)
    found.push(moment.toISO({ suppressMilliseconds: true })!)
  }
  return found
}

/** The beginnings of the weeks of these years in which the clocks of a zone are changed. */
function changes(zone: string, years: number[]) {
  const offset = (moment: number) => IANAZone.create(zone).offset(moment)
  const weeks = years.flatMap((year) => Array.from({ length: 52 }, (_, week) => Date.UTC(year) + week * WEEK))
  return weeks.filter((week) => offset(week) !== offset(week + WEEK))
}

/** What Temporal says, in a process of its own since Node still hides it behind a flag. */
function temporal<Answer>(script: string, input: unknown): Answer {
  const answer = execFileSync(process.execPath, ['--harmony-temporal', '-e', script], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(answer.toString()) as Answer
}

// Local times around the changes of clocks, with the moments Temporal takes them for.
const AROUND_CHANGES = `
  const day = 24 * 3600 * 1000
  const AROUND = [-720, ...Array.from({ length: 24 }, (_, step) => step * 30 - 60), 1440, 2160]
  const cases = []
  for (const [zone, weeks] of JSON.parse(require('node:fs').readFileSync(0))) {
    const on = (moment) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
    for (let change of weeks) {
      while (on(change + day).offset === on(change).offset) change += day
      const shown = on(change).toPlainDateTime().round({ smallestUnit: 'minute' })
      for (const minutes of AROUND) {
        const wall = shown.add({ minutes })
        const moment = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
        cases.push([zone, wall.toPlainDate().toString(), wall.toPlainTime().toString().slice(0, 5), moment])
      }
    }
  }
  process.stdout.write(JSON.stringify(cases))`

test.group('What the clocks of a zone show', () => {
  test('is the moment that Temporal takes it for, around every change of clocks in every zone', ({
    assert,
  }) => {
    const cases = temporal<[string, string, string, number][]>(
      AROUND_CHANGES,
      ZONES.map((zone) => [zone, changes(zone, [2011, 2027])])
    )
    assert.isAbove(cases.length, 15_000)
    const wrong = cases.filter(
      ([zone, date, time, moment]) => momentOf({ date, time }, zone).toMillis() !== moment
    )
    assert.deepEqual(wrong.slice(0, 5), [])
  }).timeout(60_000)

  test('where it is shown twice, is the first of the two', ({ assert }) => {
    const first = momentOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Berlin')
    assert.equal(first.toISO(), '2026-10-25T00:30:00.000Z')
  })

  test('where it is never shown, comes as much later as the clocks jump', ({ assert }) => {
    const berlin = momentOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Berlin')
    assert.equal(berlin.setZone('Europe/Berlin').toFormat('HH:mm'), '03:30')
    const lordHowe = momentOf({ date: '2026-10-04', time: '02:15' }, 'Australia/Lord_Howe')
    assert.equal(lordHowe.setZone('Australia/Lord_Howe').toFormat('HH:mm'), '02:45')
  })
})

test.group('What recurs', () => {
  test('every day happens once on each day of the calendar, in every zone and at every time of day', ({
    assert,
  }) => {
    const times = ['00:00', '00:30', '01:45', '02:00', '02:15', '02:30', '03:00', '12:00', '23:59']
    const wrong: unknown[] = []
    for (const [position, zone] of ZONES.entries()) {
      const time = times[position % times.length]
      const rule = new RecurrenceRule({ every: 'day', at: time }, zone)
      for (const week of changes(zone, [2024 + (position % 5)])) {
        const begin = DateTime.fromMillis(week, { zone }).minus({ days: 1 }).startOf('day')
        const days: string[] = []
        for (
          let moment: DateTime = rule.after(begin.minus(1));
          moment < begin.plus({ days: 9 });
          moment = rule.after(moment)
        )
          days.push(moment.setZone(zone).toISODate()!)
        const eachDay = Array.from({ length: 9 }, (_, count) => begin.plus({ days: count }).toISODate())
        if (days.join() !== eachDay.join()) wrong.push([zone, time, days])
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('goes on past a day that a zone has left out', ({ assert }) => {
    assert.deepEqual(occurrences({ every: 'day', at: '09:00' }, 'Pacific/Apia', '2011-12-28T20:00:00Z', 3), [
      '2011-12-29T19:00:00Z',
      '2011-12-30T19:00:00Z',
      '2011-12-31T19:00:00Z',
    ])
  })

  test('in the hour that comes twice happens once', ({ assert }) => {
    assert.deepEqual(occurrences({ every: 'day', at: '02:30' }, 'Europe/Berlin', '2026-10-24T12:00:00Z', 2), [
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
    assert.deepEqual(
      occurrences({ every: 'day', at: '01:45' }, 'Australia/Lord_Howe', '2026-04-03T20:00:00Z', 2),
      ['2026-04-04T14:45:00Z', '2026-04-05T15:15:00Z']
    )
  })

  test('on weekdays keeps to them', ({ assert }) => {
    const rule: Recurrence = { every: 'week', on: ['monday', 'friday'], at: '18:00' }
    assert.deepEqual(occurrences(rule, 'America/New_York', '2026-03-06T12:00:00Z', 3), [
      '2026-03-06T23:00:00Z',
      '2026-03-09T22:00:00Z',
      '2026-03-13T22:00:00Z',
    ])
  })

  test('on the 31st falls on the last day of a shorter month', ({ assert }) => {
    const days = occurrences({ every: 'month', on: 31, at: '08:00' }, 'UTC', '2028-01-15T00:00:00Z', 4)
    assert.deepEqual(
      days.map((one) => one.slice(0, 10)),
      ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']
    )
  })

  test('after so much time does not care for clocks', ({ assert }) => {
    assert.deepEqual(occurrences({ every: { minutes: 30 } }, 'Europe/Berlin', '2026-10-25T00:10:00Z', 3), [
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30:00Z',
    ])
  })

  test('says which of the missed times was the last, and how many there were', ({ assert }) => {
    const daily = new RecurrenceRule({ every: 'day', at: '08:00' }, 'Europe/Berlin')
    const first = at('2026-03-27T07:00:00Z')
    const found = daily.until(at('2026-03-30T05:59:00Z'), first)
    assert.deepEqual([found.last.toISO(), found.count], ['2026-03-29T06:00:00.000Z', 3])
    const quarterly = new RecurrenceRule({ every: { minutes: 15 } }, 'UTC')
    const many = quarterly.until(at('2026-03-27T08:07:00Z'), first)
    assert.deepEqual([many.last.toISO(), many.count], ['2026-03-27T08:00:00.000Z', 5])
  })

  test('refuses what could never happen', ({ assert }) => {
    const rule =
      (recurrence: Recurrence, zone = 'UTC') =>
      () =>
        new RecurrenceRule(recurrence, zone)
    assert.throws(rule({ every: 'day', at: '9:30' }), /not a time of day/)
    assert.throws(rule({ every: 'day', at: '24:00' }), /not a time of day/)
    assert.throws(rule({ every: 'week', on: [], at: '09:30' }), /weekdays/)
    assert.throws(rule({ every: 'month', on: 32, at: '09:30' }), /day from 1 to 31/)
    assert.throws(rule({ every: { seconds: 0 } }), /within one second/)
    assert.throws(rule({ every: 'day', at: '09:30' }, 'Europe/Atlantis'), /no time zone/)
  })
})
