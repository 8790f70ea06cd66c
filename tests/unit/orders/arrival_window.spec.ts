import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import ArrivalWindow from '#app/orders/arrival_window'

const DENVER = 'America/Denver'

test.group('Arrival window', (group) => {
  group.each.setup(() => {
    clock.freeze(DateTime.fromISO('2026-03-01T12:00:00Z'))
    return () => clock.comeBack()
  })

  test('is chosen by the clock of the company and kept in UTC', ({ assert }) => {
    const window = ArrivalWindow.on('2026-03-02', '08:00', '10:00', DENVER)
    assert.isNull(window.problem)
    assert.equal(window.startsAt.toISO(), '2026-03-02T15:00:00.000Z')
    assert.equal(window.endsAt.toISO(), '2026-03-02T17:00:00.000Z')
  })

  test('follows the change to summer time', ({ assert }) => {
    const before = ArrivalWindow.on('2026-03-07', '08:00', '10:00', DENVER)
    const after = ArrivalWindow.on('2026-03-08', '08:00', '10:00', DENVER)
    assert.equal(before.startsAt.toISO(), '2026-03-07T15:00:00.000Z')
    assert.equal(after.startsAt.toISO(), '2026-03-08T14:00:00.000Z')
  })

  test('refuses an hour that the clocks skip', ({ assert }) => {
    assert.equal(ArrivalWindow.on('2026-03-08', '02:30', '05:00', DENVER).problem?.field, 'from')
    assert.equal(ArrivalWindow.on('2026-03-08', '01:00', '02:30', DENVER).problem?.field, 'to')
  })

  test('is as long as the clocks make it on the night they go back', ({ assert }) => {
    const window = ArrivalWindow.on('2026-11-01', '00:30', '03:30', DENVER)
    assert.isNull(window.problem)
    assert.equal(window.endsAt.diff(window.startsAt, 'hours').hours, 4)
  })

  test('refuses an end before its start, a day that does not exist, and a time that is over', ({
    assert,
  }) => {
    assert.equal(ArrivalWindow.on('2026-03-02', '10:00', '10:00', DENVER).problem?.field, 'to')
    assert.equal(ArrivalWindow.on('2026-02-30', '08:00', '10:00', DENVER).problem?.field, 'date')
    assert.equal(ArrivalWindow.on('2026-02-28', '08:00', '10:00', DENVER).problem?.field, 'date')
  })
})
