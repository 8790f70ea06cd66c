import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { closedBy, restFor, tightestOf, type VendorUsage } from '#app/vendor_connections/vendor_usage'

const NOW = DateTime.fromISO('2026-11-28T12:00:00Z', { zone: 'utc' })
const used = (share: number, more: Partial<VendorUsage> = {}): VendorUsage => ({
  used: 15_000 * share,
  requests: 15_000,
  seconds: 86_400,
  resetsAt: null,
  ...more,
})

test.group('What a vendor says of how much is used', () => {
  test('is told by the limit of which most is used, and by nothing senseless', ({ assert }) => {
    const hour = used(0.9, { seconds: 3600 })
    assert.deepEqual(tightestOf([used(0.5), hour]), hour)
    assert.isNull(tightestOf([]))
    for (const wrong of [
      { used: -1 },
      { used: Number.NaN },
      { requests: 0 },
      { requests: 1.5 },
      { seconds: 0 },
    ])
      assert.isNull(tightestOf([used(0.5, wrong)]))
  })

  test('rests long work at three quarters, and closes the way at 95 %', ({ assert }) => {
    const later = NOW.plus({ minutes: 10 })
    for (const [share, rests, closes] of [
      [0.74, false, false],
      [0.75, true, false],
      [0.94, true, false],
      [0.95, true, true],
      [1.2, true, true],
    ] as const) {
      assert.equal(restFor(used(share), NOW, NOW)?.toMillis(), rests ? later.toMillis() : undefined)
      assert.equal(closedBy(used(share), NOW)?.toMillis(), closes ? later.toMillis() : undefined)
    }
  })

  test('is believed no longer than until the vendor is asked again', ({ assert }) => {
    assert.isNull(restFor(used(0.9), NOW, NOW.plus({ minutes: 11 })))
  })

  test('holds until it is counted anew where the vendor says when, and no longer than a day', ({
    assert,
  }) => {
    const until = (resetsAt: string) => closedBy(used(1, { resetsAt }), NOW)!.toUTC().toISO()
    assert.equal(until('2026-11-28T15:00:00+00:00'), '2026-11-28T15:00:00.000Z')
    assert.equal(until('2027-11-28T15:00:00Z'), '2026-11-29T12:00:00.000Z')
    for (const senseless of ['soon', '2026-11-28T11:00:00Z'])
      assert.equal(until(senseless), '2026-11-28T12:10:00.000Z')
  })
})
