import { test } from '@japa/runner'
import { oneMore, type Paces, type VendorLimit } from '#app/vendor_connections/vendor_pace'
import { masked } from '#app/vendor_connections/vendor_exchange'

/** When each of so many requests leaves, by a caller who waits exactly as long as told. */
function departures(limits: VendorLimit[], count: number, start = 1_000_000) {
  const left: number[] = []
  let paces: Paces = {}
  for (let now = start; left.length < count;) {
    const { wait, paces: next } = oneMore(paces, limits, now)
    now += wait
    if (wait > 0) continue
    paces = next
    left.push(now)
  }
  return left
}

test.group('The pace of a vendor', () => {
  test('holds in every window, wherever it begins', ({ assert }) => {
    const left = departures([{ requests: 100, seconds: 10 }], 500)
    for (const [at, from] of left.entries()) {
      const within = left.filter((one, other) => other >= at && one < from + 10_000)
      assert.isAtMost(within.length, 100)
    }
  })

  test('lets a few leave at once, and wastes little of what is allowed', ({ assert }) => {
    const left = departures([{ requests: 100, seconds: 10 }], 500)
    assert.equal(left[4], left[0])
    assert.isAbove(left[5], left[0])
    assert.isBelow(left[499] - left[0], 53_000)
  })

  test('is that of the narrowest limit', ({ assert }) => {
    const left = departures(
      [
        { requests: 100, seconds: 10 },
        { requests: 50, seconds: 3600 },
      ],
      60
    )
    assert.isAtMost(left.filter((one) => one < left[0] + 3_600_000).length, 50)
  })

  test('counts nothing while one has to wait', ({ assert }) => {
    const limits = [{ requests: 1, seconds: 10 }]
    const first = oneMore({}, limits, 0)
    assert.equal(first.wait, 0)
    const second = oneMore(first.paces, limits, 1000)
    assert.isAbove(second.wait, 0)
    assert.equal(oneMore(first.paces, limits, 1000 + second.wait).wait, 0)
  })

  test('is unlimited where a vendor names no limit', ({ assert }) => {
    assert.deepEqual(oneMore({}, [], 5), { wait: 0, paces: {} })
  })
})

test.group('The path of a request', () => {
  test('is kept without what could be somebody’s', ({ assert }) => {
    assert.equal(masked('/crm/objects/contacts/9000000001?archived=true'), '/crm/objects/contacts/9000000001')
    assert.equal(masked('/contacts/ann@example.com/notes'), '/contacts/…/notes')
    assert.equal(masked('/contacts/%2B13035550142'), '/contacts/…')
    assert.equal(masked(`/hooks/${'k'.repeat(64)}`), '/hooks/…')
    assert.equal(masked('/query?q=SELECT+Id+FROM+Contact+WHERE+Email'), '/query')
  })
})
