import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import { HubSpotServer } from '#tests/contract/hubspot/server'
import { CLIENT } from '#tests/contract/oauth_desk'
import { makeCompany, makeMember, PASSWORD, type Company } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { Visitor } from '#tests/visitor'

const PAGE = '/settings/customer_system'
const BEGIN = `${PAGE}/authorization`
const LOST = /begun somewhere else, is over already/

const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`

test.group('A customer system that is let in on its own screen', (group) => {
  let hubspot: HubSpotServer
  const former = { hosts: app.config.get('crm.hosts'), oauth: app.config.get('crm.oauth') }

  group.each.setup(async () => {
    hubspot = await HubSpotServer.start()
    app.config.set('crm.hosts', { hubspot: hubspot.url })
    app.config.set('crm.oauth', { hubspot: CLIENT })
    return async () => {
      app.config.set('crm.hosts', former.hosts)
      app.config.set('crm.oauth', former.oauth)
      await hubspot.stop()
    }
  })

  async function signedIn({ admin }: Pick<Company, 'admin'>) {
    const browser = new Visitor({ ip: someAddress() })
    await browser.send('POST', '/login', { email: admin.identity.email, password: PASSWORD })
    return browser
  }

  async function setting() {
    const company = await makeCompany()
    const browser = await signedIn(company)
    /** From the button to the vendor's screen. */
    const leave = async (who = browser, { path } = company) => {
      const left = await who.send('POST', path(BEGIN), { adapter: 'hubspot' }, path(PAGE))
      return left.headers.get('x-inertia-location')!
    }
    const connection = () => company.inside(() => CrmConnection.own())
    return { ...company, browser, leave, connection }
  }

  /** From the vendor's redirect to the page of the connection, and what that says. */
  async function arrive(browser: Visitor, back: string) {
    const answer = await browser.get(back)
    const next = answer.headers.get('location')
    if (!next) return `${answer.status} ${await answer.text()}`
    const done = await browser.get(next)
    const location = done.headers.get('location')
    if (!location) return `${done.status} ${await done.text()}`
    const page = (await (await browser.get(location)).json()) as { flash: object }
    return JSON.stringify(page.flash)
  }

  test('is left for with state and PKCE, and with an address of ours to come back to', async ({ assert }) => {
    const { leave } = await setting()
    const to = new URL(await leave())
    assert.equal(to.origin + to.pathname, 'https://app.hubspot.com/oauth/authorize')
    const asked = Object.fromEntries(to.searchParams)
    assert.containSubset(asked, {
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: `${process.env.APP_URL}/oauth/callback`,
      code_challenge_method: 'S256',
    })
    assert.match(asked.scope, /crm\.objects\.contacts\.write/)
    for (const word of [asked.state, asked.code_challenge]) assert.match(word, /^[\w-]{43}$/)
    assert.notInclude(to.href, CLIENT.clientSecret)
  })

  test('is connected when the administrator agrees, and shows what it allows', async ({ assert }) => {
    const { browser, leave, connection, path } = await setting()
    assert.match(await arrive(browser, hubspot.desk.agree(await leave())), /HubSpot let us in/)
    const kept = await connection()
    assert.equal(kept!.state, 'working')
    const page = (await (await browser.get(path(PAGE))).json()) as { props: Record<string, unknown> }
    assert.containSubset(page.props.connection, {
      adapter: 'hubspot',
      isLetInByScreen: true,
      scopes: [
        'oauth',
        'crm.objects.contacts.read',
        'crm.objects.contacts.write',
        'crm.schemas.contacts.read',
        'crm.schemas.contacts.write',
      ],
    })
    const { access, refresh } = kept!.vendor.openedTokens!
    const words = JSON.stringify(page)
    for (const secret of [access, refresh, CLIENT.clientSecret]) assert.notInclude(words, secret)
  })

  test('gets customers with the access token, renewed when it has run out', async ({ assert }) => {
    const { browser, leave, inside, tenant } = await setting()
    await arrive(browser, hubspot.desk.agree(await leave()))
    await inside(async () => {
      const { vendor } = (await CrmConnection.own())!
      await vendor.merge({ tokensUntil: DateTime.utc().minus({ minutes: 1 }) }).save()
    })
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', email: 'ann@example.com', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal(hubspot.size, 1)
    assert.equal(hubspot.desk.refreshes, 1)
  })

  test('is not connected when the administrator says no there', async ({ assert }) => {
    const { browser, leave, connection } = await setting()
    assert.match(await arrive(browser, hubspot.desk.deny(await leave())), /You did not let us in there/)
    assert.isNull(await connection())
  })

  test('is not connected with a state that nobody here has made', async ({ assert }) => {
    const { browser, leave, connection } = await setting()
    const back = hubspot.desk.agree(await leave())
    const forged = back.replace(/state=[\w-]+/, `state=${'f'.repeat(43)}`)
    for (const other of [forged, back.replace(/&?state=[\w-]+/, ''), '/oauth/callback'])
      assert.match(await arrive(browser, other), LOST)
    assert.isNull(await connection())
  })

  test('is not connected by somebody who left for nowhere', async ({ assert }) => {
    const { browser, connection, path } = await setting()
    const done = await browser.get(`${path(BEGIN)}?code=x&state=y`)
    const page = await (await browser.get(done.headers.get('location')!)).json()
    assert.match(JSON.stringify((page as { flash: object }).flash), LOST)
    assert.isNull(await connection())
  })

  test('is not connected twice with the same answer, not even at the same moment', async ({ assert }) => {
    const { browser, leave, connection } = await setting()
    const back = hubspot.desk.agree(await leave())
    const thief = browser.copy()
    const words = await Promise.all([arrive(browser, back), arrive(thief, back)])
    assert.lengthOf(
      words.filter((one) => one.includes('let us in.')),
      1
    )
    const first = (await connection())!.vendor.tokens
    assert.match(await arrive(browser, back), LOST)
    assert.equal((await connection())!.vendor.tokens, first)
  })

  test('takes each code once, also from another flow', async ({ assert }) => {
    const { browser, leave, connection } = await setting()
    const used = hubspot.desk.agree(await leave())
    await arrive(browser, used)
    const kept = (await connection())!.vendor.tokens
    const next = hubspot.desk.agree(await leave())
    const code = /code=[\w-]+/.exec(used)![0]
    assert.match(await arrive(browser, next.replace(/code=[\w-]+/, code)), /permission has ended/)
    assert.equal((await connection())!.vendor.tokens, kept)
  })

  test('takes no code that was made for another flow', async ({ assert }) => {
    const [mine, theirs] = [await setting(), await setting()]
    const foreign = hubspot.desk.agree(await theirs.leave())
    const back = hubspot.desk.agree(await mine.leave())
    const code = /code=[\w-]+/.exec(foreign)![0]
    assert.match(
      await arrive(mine.browser, back.replace(/code=[\w-]+/, code)),
      /permission has ended/,
      'without the verifier of that flow a code opens nothing'
    )
    assert.isNull(await mine.connection())
  })

  test('is not connected by an answer to another person’s session', async ({ assert }) => {
    const [mine, theirs] = [await setting(), await setting()]
    const back = hubspot.desk.agree(await theirs.leave())
    assert.match(await arrive(mine.browser, back), LOST)
    assert.isNull(await mine.connection())
    assert.isNull(await theirs.connection())
  })

  test('is not connected to another company than the one that was left from', async ({ assert }) => {
    const mine = await setting()
    const other = await makeCompany()
    await other.inside(async () => {
      const { identity } = mine.admin
      await other.admin.user.merge({ identityId: identity.id, email: identity.email }).save()
    })
    const back = hubspot.desk.agree(await mine.leave())
    const answer = back.split('?')[1]
    const done = await mine.browser.get(`${other.path(BEGIN)}?${answer}`)
    const page = await (await mine.browser.get(done.headers.get('location')!)).json()
    assert.match(JSON.stringify((page as { flash: object }).flash), LOST)
    assert.isNull(await other.inside(() => CrmConnection.own()))
    assert.match(await arrive(mine.browser, back), LOST)
  })

  test('leads back to our own pages only, whatever the answer names', async ({ assert }) => {
    const { browser, leave, path } = await setting()
    const back = hubspot.desk.agree(await leave())
    const hostile = `${back}&returnTo=https://evil.example/&redirect_uri=//evil.example&next=//evil.example`
    const location = (await browser.get(hostile)).headers.get('location')!
    assert.isTrue(location.startsWith(path(BEGIN)))
    assert.notInclude(location, 'evil')
  })

  test('is left for with the address of this installation, whatever host the browser names', async ({
    assert,
  }) => {
    const { leave } = await setting()
    const { searchParams } = new URL(await leave())
    assert.equal(searchParams.get('redirect_uri'), `${process.env.APP_URL}/oauth/callback`)
  })

  test('lets in nobody without PKCE', async ({ assert }) => {
    const { leave } = await setting()
    const plain = new URL(await leave())
    plain.searchParams.delete('code_challenge')
    assert.throws(() => hubspot.desk.agree(plain.href), /PKCE is missing/)
  })

  test('is nothing that an agent can begin', async ({ assert }) => {
    const company = await makeCompany()
    const browser = await signedIn({ admin: await makeMember(company.tenant, 'agent') })
    const left = await browser.send('POST', company.path(BEGIN), { adapter: 'hubspot' }, company.path(PAGE))
    assert.isNull(left.headers.get('x-inertia-location'))
    const arrived = await browser.get(`${company.path(BEGIN)}?code=x&state=y`)
    assert.equal(arrived.status, 403)
  })

  test('is offered only where the installation is registered with the vendor', async ({ assert }) => {
    app.config.set('crm.oauth', { hubspot: { clientId: CLIENT.clientId } })
    const { browser, path } = await setting()
    const page = (await (await browser.get(path(PAGE))).json()) as {
      props: { offered: { name: string; hasScreen: boolean }[] }
    }
    assert.isFalse(page.props.offered.find(({ name }) => name === 'hubspot')!.hasScreen)
    const left = await browser.send('POST', path(BEGIN), { adapter: 'hubspot' }, path(PAGE))
    assert.isNull(left.headers.get('x-inertia-location'))
  })

  test('is kept out when the vendor refuses the client of this installation', async ({ assert }) => {
    const { browser, leave, connection } = await setting()
    const back = hubspot.desk.agree(await leave())
    app.config.set('crm.oauth', { hubspot: { ...CLIENT, clientSecret: 'wrong' } })
    assert.match(await arrive(browser, back), /refuses what this installation is known by/)
    assert.isNull(await connection())
  })

  test('that withdrew its permission waits, says so on every page, and goes on when it is connected again', async ({
    assert,
  }) => {
    const { browser, leave, inside, tenant, connection, path } = await setting()
    await arrive(browser, hubspot.desk.agree(await leave()))
    hubspot.desk.withdraw()
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', email: 'ann@example.com', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal((await connection())!.state, 'needs_reconnect')
    const home = (await (await browser.get(path('/leads'))).json()) as { props: object }
    assert.containSubset(home.props, { lostConnection: { label: 'HubSpot' } })
    const again = newId()
    assert.match(await arrive(browser, hubspot.desk.agree(await leave())), /HubSpot let us in/)
    await handOverAfter(again, tenant.id, CrmWorker)
    assert.equal(hubspot.size, 1)
  })

  test('is told when it is disconnected, and nothing of it stays', async ({ assert }) => {
    const { browser, leave, inside, connection, path } = await setting()
    await arrive(browser, hubspot.desk.agree(await leave()))
    const { refresh } = (await connection())!.vendor.openedTokens!
    await browser.send('DELETE', path(PAGE), {}, path(PAGE))
    assert.isFalse(hubspot.desk.knows(refresh))
    assert.isNull(await connection())
    assert.isEmpty(await inside(() => VendorConnection.all()))
  })
})
