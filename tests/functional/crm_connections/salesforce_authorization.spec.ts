import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import { CLIENT } from '#tests/contract/oauth_desk'
import { SalesforceServer } from '#tests/contract/salesforce/server'
import { makeCompany, PASSWORD } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { Visitor } from '#tests/visitor'

const PAGE = '/settings/customer_system'

test.group('Salesforce, let in on its own screen', (group) => {
  let salesforce: SalesforceServer
  const former = { hosts: app.config.get('crm.hosts'), oauth: app.config.get('crm.oauth') }

  group.each.setup(async () => {
    salesforce = await SalesforceServer.start()
    app.config.set('crm.hosts', { salesforce: salesforce.url })
    app.config.set('crm.oauth', { salesforce: { ...CLIENT, loginUrl: salesforce.url } })
    return async () => {
      app.config.set('crm.hosts', former.hosts)
      app.config.set('crm.oauth', former.oauth)
      await salesforce.stop()
    }
  })

  async function setting() {
    const company = await makeCompany()
    const browser = new Visitor({ ip: '10.9.8.7' })
    await browser.send('POST', '/login', { email: company.admin.identity.email, password: PASSWORD })
    const leave = async () => {
      const begin = company.path(`${PAGE}/authorization`)
      const left = await browser.send('POST', begin, { adapter: 'salesforce' }, company.path(PAGE))
      return left.headers.get('x-inertia-location')!
    }
    /** From the vendor's redirect to the page of the connection, and what that says. */
    const arrive = async (back: string) => {
      const next = (await browser.get(back)).headers.get('location')!
      const page = await browser.get((await browser.get(next)).headers.get('location')!)
      return JSON.stringify(((await page.json()) as { flash: object }).flash)
    }
    const connection = () => company.inside(() => CrmConnection.own())
    return { ...company, browser, leave, arrive, connection }
  }

  test('is left for with state and PKCE, at its sign-in page', async ({ assert }) => {
    app.config.set('crm.hosts', {})
    app.config.set('crm.oauth', { salesforce: CLIENT })
    const { leave } = await setting()
    const to = new URL(await leave())
    assert.equal(to.origin + to.pathname, 'https://login.salesforce.com/services/oauth2/authorize')
    assert.containSubset(Object.fromEntries(to.searchParams), {
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: `${process.env.APP_URL}/oauth/callback`,
      scope: 'api refresh_token',
      code_challenge_method: 'S256',
    })
    assert.match(to.searchParams.get('state')!, /^[\w-]{43}$/)
  })

  test('is connected at the host that it names, and gets customers there', async ({ assert }) => {
    const { leave, arrive, connection, inside, tenant } = await setting()
    assert.match(await arrive(salesforce.desk.agree(await leave())), /Salesforce let us in/)
    assert.equal((await connection())!.state, 'working')
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', email: 'ann@example.com', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal(salesforce.size, 1)
    assert.equal(salesforce.desk.refreshes, 0)
    const used = salesforce.exchanges.filter(({ path }) => path.includes('Latchkey_Key__c'))
    assert.isNotEmpty(used, 'made by its key, though nobody has entered a field for it')
  })

  test('gets customers without a key where it has no field for one', async ({ assert }) => {
    salesforce.hasKeyField = false
    const { leave, arrive, inside, tenant } = await setting()
    await arrive(salesforce.desk.agree(await leave()))
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', email: 'ann@example.com', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal(salesforce.size, 1)
  })

  test('is let in anew when the session there has ended before its time', async ({ assert }) => {
    const { leave, arrive, inside, tenant, connection } = await setting()
    salesforce.desk.rotates = true
    await arrive(salesforce.desk.agree(await leave()))
    const { refresh } = (await connection())!.vendor.openedTokens!
    salesforce.desk.endAccess()
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', email: 'ann@example.com', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal(salesforce.size, 1)
    assert.equal(salesforce.desk.refreshes, 1)
    assert.notEqual((await connection())!.vendor.openedTokens!.refresh, refresh)
  })

  test('is never asked at a host that is none of its own, whatever it says', async ({ assert }) => {
    for (const host of [
      'https://evil.example',
      'https://x.my.salesforce.com.evil.example',
      '',
      'http://169.254.169.254',
    ]) {
      const { leave, arrive, connection } = await setting()
      salesforce.instanceUrl = host
      assert.match(await arrive(salesforce.desk.agree(await leave())), /an address that is none of its own/)
      assert.isNull(await connection())
    }
    assert.isTrue(salesforce.exchanges.every(({ path }) => path === '/services/oauth2/token'))
  })

  test('is connected at a My Domain that it names', async ({ assert }) => {
    const { leave, arrive, connection } = await setting()
    salesforce.instanceUrl = 'https://brightwater.my.salesforce.com'
    assert.match(await arrive(salesforce.desk.agree(await leave())), /Salesforce let us in/)
    assert.isNotNull(await connection())
  })

  test('that withdrew its permission waits until it is connected again', async ({ assert }) => {
    const { leave, arrive, inside, tenant, connection } = await setting()
    await arrive(salesforce.desk.agree(await leave()))
    salesforce.desk.withdraw()
    await inside(async () => {
      const { vendor } = (await CrmConnection.own())!
      await vendor.merge({ tokensUntil: DateTime.utc().minus({ minutes: 1 }) }).save()
    })
    const since = newId()
    await inside(() => Customer.register({ name: 'Ann Lee', country: 'US' }))
    await handOverAfter(since, tenant.id, CrmWorker)
    assert.equal((await connection())!.state, 'needs_reconnect')
    const again = newId()
    await arrive(salesforce.desk.agree(await leave()))
    await handOverAfter(again, tenant.id, CrmWorker)
    assert.equal(salesforce.size, 1)
  })

  test('is told when it is disconnected', async ({ assert }) => {
    const { browser, leave, arrive, connection, path } = await setting()
    await arrive(salesforce.desk.agree(await leave()))
    const { refresh } = (await connection())!.vendor.openedTokens!
    await browser.send('DELETE', path(PAGE), {}, path(PAGE))
    assert.isFalse(salesforce.desk.knows(refresh))
    assert.isNull(await connection())
  })
})
