import { test } from '@japa/runner'
import { openConnection } from '#plugins/crm/connection'
import { itIsACrm } from '#plugins/crm/conformance'
import {
  CrmNeedsReconnectError,
  CrmRateLimitedError,
  type CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import HubSpotCrm from '#plugins/crm/hubspot/adapter'
import { published } from '#tests/contract/hubspot/checks'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'

const servers: HubSpotServer[] = []

async function connect(token = TOKEN) {
  const server = await HubSpotServer.start()
  servers.push(server)
  const host = server.url
  const privateHost = new URL(host).host
  const adapter = new HubSpotCrm(openConnection({ host, settings: { token }, country: 'US', privateHost }))
  return { server, adapter }
}

async function stopAll() {
  for (const server of servers.splice(0)) await server.stop()
}

itIsACrm('hubspot', async () => ({ adapter: (await connect()).adapter, within: (work) => work() }))

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
