import { test } from '@japa/runner'
import { openConnection } from '#plugins/crm/connection'
import { itIsACrm, Overheard } from '#plugins/crm/conformance'
import {
  CrmGoneError,
  CrmNeedsReconnectError,
  CrmNotSupportedError,
  CrmRateLimitedError,
  type CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import HubSpotCrm from '#plugins/crm/hubspot/adapter'
import { published } from '#tests/contract/hubspot/checks'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'

const servers: HubSpotServer[] = []

async function connect(token = TOKEN, values?: string[]) {
  const server = await HubSpotServer.start()
  servers.push(server)
  const host = server.url
  const privateHost = new URL(host).host
  const { carry, lastHeaders } = new Overheard()
  const way = { host, settings: { token }, country: 'US', values, privateHost, carry }
  const adapter = new HubSpotCrm(openConnection(way))
  return { server, adapter, lastHeaders }
}

async function stopAll() {
  for (const server of servers.splice(0)) await server.stop()
}

itIsACrm('hubspot', async () => {
  const { server, adapter, lastHeaders } = await connect(TOKEN, ['gate_code'])
  return {
    adapter,
    lastHeaders,
    ownField: 'gate_code',
    within: (work) => work(),
    mergeDeals: (id, other) => server.sales.mergeDeals(id, other),
  }
})

test.group('HubSpot', (group) => {
  group.teardown(stopAll)

  const refusals: [string, Parameters<HubSpotServer['next']>[0], new (...given: never[]) => Error][] = [
    ['a token that is not taken', { status: 401 }, CrmNeedsReconnectError],
    ['a token that may not do this', { status: 403 }, CrmNeedsReconnectError],
    ['too many requests', { status: 429, headers: { 'retry-after': '7' } }, CrmRateLimitedError],
    ['a failure of its own', { status: 502 }, CrmUnavailableError],
    ['a connection that breaks before the answer', { cut: 'before' }, CrmUnavailableError],
    ['half an answer', { cut: 'half' }, CrmUnavailableError],
  ]
  for (const [what, fault, expected] of refusals) {
    test(`${what} is told in the words of the contract`, async ({ assert }) => {
      const { server, adapter } = await connect()
      server.next(fault)
      const error = await adapter.search({ by: 'name', value: 'ann' }).catch((caught: unknown) => caught)
      assert.instanceOf(error, expected)
    })
  }

  test('tells how much of a day is used, and nothing of what it does not understand', ({ assert }) => {
    const told = (daily: string, left: string) =>
      HubSpotCrm.usageIn(
        new Headers({ 'x-hubspot-ratelimit-daily': daily, 'x-hubspot-ratelimit-daily-remaining': left })
      )
    assert.deepEqual(told('250000', '248760'), [
      { used: 1240, requests: 250_000, seconds: 86_400, resetsAt: null },
    ])
    assert.deepEqual(
      told('250000', '260000').map(({ used }) => used),
      [0]
    )
    for (const [daily, left] of [
      ['many', '1'],
      ['250000', ''],
      ['', '1'],
    ])
      assert.deepEqual(told(daily, left), [])
  })

  test('says when it takes requests again', async ({ assert }) => {
    const { server, adapter } = await connect()
    server.next({ status: 429, headers: { 'retry-after': '7' } })
    const error = await adapter.test().catch((caught: unknown) => caught)
    const wait = (error as CrmRateLimitedError).retryAt.getTime() - Date.now()
    assert.isTrue(wait > 5000 && wait <= 7000)
  })

  test('names the field that it refuses', async ({ assert }) => {
    const { adapter } = await connect()
    const fieldOf = (work: Promise<unknown>) =>
      work.then(
        () => assert.fail('was taken'),
        (error: CrmRejectedError) => error.field
      )
    assert.equal(await fieldOf(adapter.create({ name: 'Ann', email: 'no address' })), 'email')
    await adapter.create({ name: 'Ann', email: 'ann@example.com' })
    assert.equal(await fieldOf(adapter.create({ name: 'Other', email: 'Ann@Example.com' })), 'email')
  })

  test('after a create whose answer was lost, the address tells that it was made', async ({ assert }) => {
    const { server, adapter } = await connect()
    server.next({ cut: 'after' })
    const made = adapter.create({ name: 'Ann Lee', email: 'ann@example.com' })
    assert.instanceOf(await made.catch((caught: unknown) => caught), CrmUnavailableError)
    assert.equal(server.size, 1)
    const again = await adapter
      .create({ name: 'Ann Lee', email: 'ann@example.com' })
      .catch((caught) => caught)
    assert.equal((again as CrmRejectedError).field, 'email')
    assert.equal(server.size, 1)
  })

  test('makes nobody twice whose first answer was lost, also while its search knows nothing of them', async ({
    assert,
  }) => {
    const { server, adapter } = await connect()
    await adapter.create({ name: 'Ann' }, 'first')
    const key = 'a key of Bob'
    server.next({ status: 404 }, { cut: 'after' })
    assert.instanceOf(
      await adapter.create({ name: 'Bob' }, key).catch((caught: unknown) => caught),
      CrmUnavailableError
    )
    assert.equal(server.size, 2)
    server.hideFromSearch(server.ids.at(-1)!)
    const bob = await adapter.create({ name: 'Bob' }, key)
    assert.equal(bob.id, server.ids.at(-1))
    assert.equal(server.size, 2)
  })

  test('says so when it may not add the field that a key needs, and has written nothing', async ({
    assert,
  }) => {
    const { server, adapter } = await connect()
    server.mayAddProperties = false
    const error = await adapter.create({ name: 'Bob' }, 'key').catch((caught: unknown) => caught)
    assert.instanceOf(error, CrmNotSupportedError)
    assert.equal(server.size, 0)
  })

  test('tells of its fields what they may hold and whether they may be written', async ({ assert }) => {
    const { adapter } = await connect()
    const fields = new Map((await adapter.fields()).map((field) => [field.name, field]))
    assert.containSubset(fields.get('email'), { type: 'email', isWritable: true, isCustom: false })
    assert.containSubset(fields.get('phone'), { type: 'phone' })
    assert.containSubset(fields.get('createdate'), { type: 'moment', isWritable: false })
    assert.containSubset(fields.get('gate_code'), { type: 'text', isCustom: true })
    assert.deepEqual(fields.get('district')!.choices, [
      { value: 'north', label: 'NORTH' },
      { value: 'south', label: 'SOUTH' },
    ])
  })

  test('names a field of theirs that is gone', async ({ assert }) => {
    const { adapter } = await connect()
    await assert.rejects(
      () => adapter.create({ name: 'Bob' }, undefined, { gone: 'x' }),
      /no field “gone” any more/
    )
  })

  test('tells of each that changed, however many did at one moment, and asks for no page behind 10,000', async ({
    assert,
  }) => {
    const { server, adapter } = await connect()
    const { cursor } = await adapter.changes(null)
    const ids = Array.from({ length: 450 }, (_, n) => server.make({ firstname: `N${n}` }))
    server.alignChanges(ids.slice(0, 430))
    const told = new Set<string>()
    let at = { cursor, isMore: true }
    while (at.isMore) {
      const { customers, ...next } = await adapter.changes(at.cursor)
      for (const { id } of customers) told.add(id)
      at = next
    }
    assert.sameMembers([...told], ids)
    const searches = server.exchanges.filter(({ path }) => path.endsWith('/search'))
    assert.isTrue(searches.every(({ body }) => (body as { after: string }).after === '0'))
  })

  test('tells later of those whom its search did not know when they changed', async ({ assert }) => {
    const { server, adapter } = await connect()
    const { cursor } = await adapter.changes(null)
    const [late, soon] = [server.make({ firstname: 'Late' }), server.make({ firstname: 'Soon' })]
    const show = server.hideFromSearch(late)
    const first = await adapter.changes(cursor)
    assert.deepEqual(
      first.customers.map(({ id }) => id),
      [soon]
    )
    show()
    const second = await adapter.changes(first.cursor)
    assert.include(
      second.customers.map(({ id }) => id),
      late
    )
  })

  test('follows those who were merged there, and misses those who were deleted', async ({ assert }) => {
    const { server, adapter } = await connect()
    const { cursor } = await adapter.changes(null)
    const [ann, twin, bob] = ['Ann', 'Twin', 'Bob'].map((firstname) => server.make({ firstname }))
    server.merge(ann, twin)
    server.remove(bob)
    assert.equal((await adapter.get(twin))!.id, ann)
    assert.equal((await adapter.update(twin, { city: 'Boulder' })).id, ann)
    assert.deepEqual((await adapter.changes(cursor)).ended, [{ id: twin, into: ann }])
    assert.deepEqual(await adapter.missing([ann, twin, bob]), [bob])
    assert.instanceOf(
      await adapter.update(bob, { city: 'X' }).catch((caught: unknown) => caught),
      CrmGoneError
    )
  })

  test('a token that is wrong finds nobody and writes nothing', async ({ assert }) => {
    const { server, adapter } = await connect('pat-na1-another')
    assert.instanceOf(await adapter.test().catch((caught: unknown) => caught), CrmNeedsReconnectError)
    await assert.rejects(() => adapter.create({ name: 'Ann' }))
    assert.equal(server.size, 0)
  })

  test('asks its own host only, and follows no redirect', async ({ assert }) => {
    const { server, adapter } = await connect()
    server.next({ status: 302, headers: { location: 'http://169.254.169.254/latest' } })
    assert.instanceOf(await adapter.test().catch((caught: unknown) => caught), CrmUnavailableError)
    const way = openConnection({ host: 'https://api.hubapi.com', settings: {}, country: 'US' })
    for (const path of ['//evil.example/x', 'https://evil.example', '\\\\evil.example', '@evil.example'])
      await assert.rejects(() => way.request(path), /its own host only/)
  })

  test('was held against the vendor’s published description', ({ assert }) => {
    assert.isNotNull(published)
  }).skip(published === null, 'the published description is not beside the project (VENDOR_CONTRACTS)')
})
