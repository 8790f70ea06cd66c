import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { OauthClient } from '#app/platform/oauth/oauth_client'
import { OauthUnavailableError } from '#app/platform/oauth/oauth_errors'
import { VendorAccessLostError, VendorBusyError, VendorDownError } from '#app/vendor_connections/errors'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import VendorExchange from '#app/vendor_connections/vendor_exchange'
import { VendorWay } from '#app/vendor_connections/vendor_way'
import type { VendorLimit } from '#app/vendor_connections/vendor_pace'
import type { VendorUsage } from '#app/vendor_connections/vendor_usage'
import { HubSpotServer } from '#tests/contract/hubspot/server'
import { CLIENT } from '#tests/contract/oauth_desk'
import { makeCompany } from '#tests/factories'

const REDIRECT = `${process.env.APP_URL}/oauth/callback`
const FLOW = { state: 'state', verifier: 'v'.repeat(43) }
const PATH = '/crm/objects/2026-09/contacts?limit=1'

const servers: HubSpotServer[] = []

/** A company that has let us in; `way()` is that of another process each time, since nothing is kept in memory. */
async function letIn({
  rotates = false,
  limits = [] as VendorLimit[],
  usageIn = undefined as ((headers: Headers) => VendorUsage[]) | undefined,
} = {}) {
  const server = await HubSpotServer.start()
  servers.push(server)
  server.desk.rotates = rotates
  const client = new OauthClient(
    {
      authorizeUrl: 'https://vendor.example/authorize',
      tokenUrl: `${server.url}/oauth/2026-09/token`,
      revokeUrl: null,
      lost: [],
      scopes: ['contacts.read'],
      privateHosts: [new URL(server.url).host],
      ...CLIENT,
    },
    REDIRECT
  )
  const back = server.desk.agree(client.addressFor(FLOW))
  const code = new URLSearchParams(back.split('?')[1]).get('code')!
  const company = await makeCompany()
  const tokens = await client.exchange(code, FLOW.verifier)
  const { id } = await company.inside(async () => {
    const made = await VendorConnection.create({ family: 'crm', vendor: 'vendor' })
    await made.renew(tokens)
    return made
  })
  const present = () => company.inside(() => VendorConnection.findOrFail(id))
  const change = (facts: Partial<VendorConnection>) =>
    company.inside(async () => (await VendorConnection.findOrFail(id)).merge(facts).save())
  const way = () => new VendorWay({ id, tenantId: company.tenant.id }, { limits, oauth: client, usageIn })
  const ask = (from = way()) =>
    from.carry({ method: 'GET', path: PATH }, (token) =>
      fetch(server.url + PATH, { headers: { authorization: `Bearer ${token}` } })
    )
  const runOut = () => change({ tokensUntil: DateTime.utc().minus({ minutes: 1 }) })
  const log = () => company.inside(() => VendorExchange.lastOf(id))
  return { ...company, id, server, client, tokens, present, change, way, ask, runOut, log }
}

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error) => error
  )

test.group('The access token of a vendor', (group) => {
  group.each.teardown(async () => {
    for (const server of servers.splice(0)) await server.stop()
  })

  test('is kept so that nobody reads it in the database', async ({ assert }) => {
    const { present, tokens } = await letIn()
    const { tokens: kept } = await present()
    assert.notInclude(kept!, tokens.access)
    assert.notInclude(kept!, tokens.refresh)
  })

  test('of one company cannot be opened as that of another', async ({ assert }) => {
    const [mine, theirs] = [await letIn(), await letIn()]
    const { tokens } = await theirs.present()
    await mine.change({ tokens })
    assert.isNull((await mine.present()).openedTokens)
  })

  test('is used as long as it lasts', async ({ assert }) => {
    const { ask, server } = await letIn()
    assert.equal((await ask()).status, 200)
    assert.equal(server.desk.refreshes, 0)
  })

  test('that has run out is renewed once, whoever asks at the same moment', async ({ assert }) => {
    const { ask, server, runOut } = await letIn({ rotates: true })
    await runOut()
    const answers = await Promise.all([ask(), ask(), ask(), ask()])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200]
    )
    assert.equal(server.desk.refreshes, 1)
  })

  test('that is refused before its time is renewed, and the request made again', async ({ assert }) => {
    const { ask, server } = await letIn()
    server.desk.endAccess()
    assert.equal((await ask()).status, 200)
    assert.equal(server.desk.refreshes, 1)
  })

  test('is used only after the new refresh token has been kept', async ({ assert }) => {
    const { id, inside, ask, server, runOut } = await letIn({ rotates: true })
    await runOut()
    let knownThen: boolean | undefined
    const [renewal, contacts] = [server.pauseAtNext(), server.pauseAtNext()]
    const asking = ask()
    await renewal.arrived
    renewal.resume()
    await contacts.arrived
    await inside(async () => {
      const { openedTokens } = await VendorConnection.findOrFail(id)
      knownThen = server.desk.knows(openedTokens!.refresh)
    })
    contacts.resume()
    assert.equal((await asking).status, 200)
    assert.isTrue(knownThen)
  })

  test('is renewed by another when the process that began it has died', async ({ assert }) => {
    const { ask, server, runOut, change, present } = await letIn()
    await runOut()
    const { arrived, resume } = server.pauseAtNext()
    const dying = ask()
    await arrived
    assert.isTrue((await present()).refreshingUntil! > DateTime.utc())
    await change({ refreshingUntil: DateTime.utc().minus({ seconds: 1 }) })
    assert.equal((await ask()).status, 200)
    const { tokens } = await present()
    resume()
    await dying
    assert.equal((await present()).tokens, tokens, 'whoever comes late overwrites nothing')
    assert.equal((await ask()).status, 200)
  })

  test('whose answer was lost is asked for again', async ({ assert }) => {
    const { ask, server, runOut } = await letIn()
    await runOut()
    server.next({ cut: 'after' })
    assert.instanceOf(await errorOf(ask()), OauthUnavailableError)
    assert.equal((await ask()).status, 200)
  })

  test('of a company that has withdrawn it is asked for no more', async ({ assert }) => {
    const { ask, server, runOut, present } = await letIn()
    server.desk.withdraw()
    await runOut()
    assert.instanceOf(await errorOf(ask()), VendorAccessLostError)
    assert.isNull((await present()).refreshingUntil)
  })
})

test.group('What a vendor allows', (group) => {
  group.each.teardown(async () => {
    for (const server of servers.splice(0)) await server.stop()
  })

  test('is shared by all processes', async ({ assert }) => {
    const { ask, server } = await letIn({ limits: [{ requests: 5, seconds: 3600 }] })
    assert.equal((await ask()).status, 200)
    const error = (await errorOf(ask())) as VendorBusyError
    assert.instanceOf(error, VendorBusyError)
    assert.isAbove(error.retryAt.getTime(), Date.now())
    assert.lengthOf(asksOf(server), 1)
  })

  test('is waited for where that is short', async ({ assert }) => {
    const { ask } = await letIn({ limits: [{ requests: 5, seconds: 1 }] })
    const answers = await Promise.all([ask(), ask(), ask()])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200]
    )
  })

  test('is obeyed by all when it asks one to slow down', async ({ assert }) => {
    const { ask, server } = await letIn()
    server.next({ status: 429, headers: { 'retry-after': '120' }, body: REFUSED })
    assert.equal((await ask()).status, 429)
    const error = (await errorOf(ask())) as VendorBusyError
    assert.instanceOf(error, VendorBusyError)
    assert.isAbove(error.retryAt.getTime(), Date.now() + 100_000)
    assert.lengthOf(asksOf(server), 1)
  })

  test('is left to the company’s other programs when it says that nearly all is used', async ({ assert }) => {
    let share = 0.9
    const usageIn = () => [{ used: 15_000 * share, requests: 15_000, seconds: 86_400, resetsAt: null }]
    const { ask, server, present, change } = await letIn({ usageIn })
    await ask()
    assert.containSubset((await present()).knownUsage, { used: 13_500, requests: 15_000, isSpent: false })
    await ask()
    share = 0.95
    await ask()
    const error = (await errorOf(ask())) as VendorBusyError
    assert.instanceOf(error, VendorBusyError)
    assert.isAbove(error.retryAt.getTime(), Date.now() + 500_000)
    assert.lengthOf(asksOf(server), 3)
    share = 0.1
    await change({ closedUntil: DateTime.utc().minus({ seconds: 1 }) })
    await ask()
    assert.containSubset(await present(), { waitsUntil: null, restsUntil: null })
  })

  test('says nothing new of what is used where an answer says nothing', async ({ assert }) => {
    let told = [{ used: 1240, requests: 15_000, seconds: 86_400, resetsAt: null }]
    const { ask, present, change } = await letIn({ usageIn: () => told })
    await ask()
    told = []
    await ask()
    assert.equal((await present()).knownUsage!.used, 1240)
    await change({ usageAt: DateTime.utc().minus({ days: 1, minutes: 1 }) })
    assert.isNull((await present()).knownUsage, 'that was of another day')
  })

  test('it is left alone when it fails again and again, and one tries whether it is back', async ({
    assert,
  }) => {
    const { ask, server, change, present } = await letIn()
    for (let failures = 0; failures < 5; failures++) {
      server.next({ status: 502 })
      assert.equal((await ask()).status, 502)
    }
    assert.instanceOf(await errorOf(ask()), VendorDownError)
    assert.lengthOf(asksOf(server), 5)
    await change({ retryAt: DateTime.utc().minus({ seconds: 1 }) })
    const { arrived, resume } = server.pauseAtNext()
    const trying = ask()
    await arrived
    assert.instanceOf(await errorOf(ask()), VendorDownError)
    resume()
    assert.equal((await trying).status, 200)
    assert.equal((await ask()).status, 200)
    assert.containSubset(await present(), { failures: 0, openings: 0, retryAt: null })
  })

  test('it is left alone longer when it is not back', async ({ assert }) => {
    const { ask, server, change, present } = await letIn()
    await change({ failures: 4 })
    server.next({ status: 502 }, { status: 502 })
    await ask()
    await change({ retryAt: DateTime.utc().minus({ seconds: 1 }) })
    await ask()
    const { openings, retryAt } = await present()
    assert.equal(openings, 2)
    assert.isAbove(retryAt!.toMillis(), Date.now() + 8_000)
  })

  test('each request is written down, without what was said', async ({ assert }) => {
    const { ask, log, server } = await letIn()
    await ask()
    server.next({ cut: 'before' })
    await errorOf(ask())
    const [broken, done] = await log()
    assert.containSubset(done, { method: 'GET', status: 200, failureCode: null })
    assert.equal(done.path, '/crm/objects/2026-09/contacts')
    assert.isNull(broken.status)
    assert.isNotNull(broken.failureCode)
  })

  test('nothing is asked for a company that has disconnected it', async ({ assert }) => {
    const { ask, id, inside, server } = await letIn()
    await inside(async () => (await VendorConnection.findOrFail(id)).delete())
    assert.instanceOf(await errorOf(ask()), VendorAccessLostError)
    assert.lengthOf(asksOf(server), 0)
  })
})

const REFUSED = { status: 'error', message: 'Slow down', category: 'RATE_LIMITS', correlationId: 'x' }
const asksOf = ({ exchanges }: HubSpotServer) => exchanges.filter(({ path }) => path.includes('/contacts'))
