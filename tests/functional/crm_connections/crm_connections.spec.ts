import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { makeCompany, type Company } from '#tests/factories'
import { formErrors } from '#tests/form_errors'
import { handOverAfter } from '#tests/hand_over'

const ANN = { name: 'Ann Lee', email: 'ann@example.com', phone: '+13035550142', country: 'US' }

test.group('A customer system that a company connects', (group) => {
  let hubspot: HubSpotServer
  const former = app.config.get('crm.hosts')

  group.each.setup(async () => {
    hubspot = await HubSpotServer.start()
    app.config.set('crm.hosts', { hubspot: hubspot.url })
    return async () => {
      app.config.set('crm.hosts', former)
      await hubspot.stop()
    }
  })

  const put = (client: ApiClient, { path, admin }: Company, token: string, others?: object) =>
    client
      .put(path('/settings/customer_system'))
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .header('referer', path('/settings/customer_system'))
      .json(others ?? { adapter: 'hubspot', settings: { token } })
      .redirects(0)

  async function connected() {
    const company = await makeCompany()
    await company.inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, company.admin.user))
    let last = newId()
    /** Hands on what happened since the last time. */
    const settle = async () => {
      const since = last
      last = newId()
      await handOverAfter(since, company.tenant.id, CrmWorker)
    }
    const register = (facts = {}) => company.inside(() => Customer.register({ ...ANN, ...facts }))
    const linkOf = ({ id }: Customer) => company.inside(() => CrmLink.findByOrFail('customerId', id))
    return { ...company, settle, register, linkOf }
  }

  test('is kept once it has let us in, its token unreadable in the database and on the page', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const answer = await put(client, company, TOKEN)
    answer.assertStatus(303)
    const kept = await company.inside(() => CrmConnection.own())
    assert.equal(kept!.state, 'working')
    assert.notInclude(kept!.settings, TOKEN)
    const page = await client
      .get(company.path('/settings/customer_system'))
      .loginAs(company.admin.identity)
      .withInertia()
    page.assertInertiaPropsContains({ connection: { adapter: 'hubspot', state: 'working' } })
    assert.notInclude(JSON.stringify(page.body()), TOKEN)
  })

  test('is not kept when it does not take the token, or does not answer', async ({ client, assert }) => {
    const company = await makeCompany()
    const wrong = await put(client, company, 'pat-na1-another')
    assert.match(formErrors(wrong)['settings.token'][0], /does not take this/)
    hubspot.next({ status: 503 })
    assert.match(formErrors(await put(client, company, TOKEN))['settings.token'][0], /does not answer/)
    const empty = await put(client, company, ' ')
    assert.isDefined(formErrors(empty)['settings.token'])
    assert.isNull(await company.inside(() => CrmConnection.own()))
  })

  test('of Salesforce is a My Domain there: no other address is even asked', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const domain of ['evil.example', 'x.my.salesforce.com.evil.example', '169.254.169.254']) {
      const answer = await put(client, company, TOKEN, {
        adapter: 'salesforce',
        settings: { domain, clientId: 'key', clientSecret: 'secret' },
      })
      assert.match(formErrors(answer)['settings.domain'][0], /ends in .my.salesforce.com/)
    }
    assert.isNull(await company.inside(() => CrmConnection.own()))
  })

  test('gets a new customer once, what changes, and that they are gone', async ({ assert }) => {
    const { inside, settle, register, linkOf } = await connected()
    const ann = await register()
    await settle()
    await settle()
    assert.equal(hubspot.size, 1)
    const { externalId } = await linkOf(ann)
    assert.containSubset(hubspot.contact(externalId!), { firstname: 'Ann', email: ANN.email })
    await inside(async () => (await Customer.findOrFail(ann.id)).revise({ city: 'Boulder' }))
    await settle()
    assert.containSubset(hubspot.contact(externalId!), { city: 'Boulder' })
    await inside(async () => (await Customer.findOrFail(ann.id)).archive())
    await settle()
    assert.isNull(hubspot.contact(externalId!))
  })

  test('tells how much of a day’s requests is used, and is left alone when that is nearly all', async ({
    client,
    assert,
  }) => {
    const { settle, register, path, admin } = await connected()
    const usage = async () => {
      const page = await client.get(path('/settings/customer_system')).loginAs(admin.identity).withInertia()
      return page.body().props.connection.usage
    }
    assert.isNull(await usage())
    hubspot.usedToday = 1240
    await register()
    await settle()
    assert.containSubset(await usage(), { requests: 250_000, seconds: 86_400, isSpent: false })
    assert.isAbove((await usage()).used, 1240)
    hubspot.usedToday = 240_000
    await register({ name: 'Bob', email: 'bob@example.com', phone: null })
    await assert.rejects(settle, 'The customer system asks to slow down. Try again in a minute.')
    assert.isTrue((await usage()).isSpent)
    const cards = await client.get(path('/settings/integrations')).loginAs(admin.identity).withInertia()
    const card = cards.body().props.integrations.find(({ name }: { name: string }) => name === 'hubspot')
    assert.equal(card.state, 'waiting')
    assert.match(card.remedy, /has little left of what it allows in a day/)
  })

  test('that has the person already gets no second one', async ({ assert }) => {
    const { settle, register, linkOf } = await connected()
    const id = hubspot.make({ firstname: 'A.', lastname: 'Lee', email: ANN.email })
    const ann = await register()
    await settle()
    assert.equal((await linkOf(ann)).externalId, id)
    assert.containSubset(hubspot.contact(id), { firstname: 'Ann', phone: ANN.phone })
  })

  test('that broke off after it had written gets no second one either', async ({ assert }) => {
    const { settle, register, linkOf, tenant } = await connected()
    const before = newId()
    hubspot.knowKeys()
    const ann = await register()
    hubspot.next(
      { status: 200, body: { total: 0, results: [] } },
      { status: 200, body: { total: 0, results: [] } },
      { status: 404 },
      { cut: 'after' }
    )
    await assert.rejects(settle)
    assert.equal(hubspot.size, 1)
    await handOverAfter(before, tenant.id, CrmWorker)
    assert.equal(hubspot.size, 1)
    assert.isNotNull((await linkOf(ann)).externalId)
  })

  test('that lets us in no more is asked no more, and gets what waited when it is connected again', async ({
    assert,
  }) => {
    const { inside, admin, settle, register } = await connected()
    hubspot.next({ status: 401 })
    await register()
    await settle()
    assert.equal((await inside(() => CrmConnection.own()))!.state, 'needs_reconnect')
    const asked = hubspot.exchanges.length
    await register({ name: 'Bob', email: 'bob@example.com', phone: null })
    await settle()
    assert.equal(hubspot.exchanges.length, asked)
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    await settle()
    assert.equal(hubspot.size, 2)
  })

  test('that refuses somebody says so on the page, until they are mended', async ({ client, assert }) => {
    const { inside, settle, register, linkOf, path, admin } = await connected()
    const page = () => client.get(path('/settings/customer_system')).loginAs(admin.identity).withInertia()
    const ann = await register({ email: 'ann@nowhere', phone: null })
    await settle()
    assert.match((await linkOf(ann)).failure!, /invalid/)
    ;(await page()).assertInertiaPropsContains({ refused: [{ customer: { id: ann.id, name: ANN.name } }] })
    await inside(async () => (await Customer.findOrFail(ann.id)).revise({ email: ANN.email }))
    await settle()
    ;(await page()).assertInertiaPropsContains({ refused: [] })
    assert.isNull((await linkOf(ann)).failure)
  })

  test('of another company learns nothing, and one that was disconnected nothing more', async ({
    assert,
  }) => {
    const { inside, settle, register } = await connected()
    const other = await makeCompany()
    const since = newId()
    await other.inside(() => Customer.register(ANN))
    await handOverAfter(since, other.tenant.id, CrmWorker)
    await inside(async () => (await CrmConnection.own())!.disconnect())
    await register()
    await settle()
    assert.equal(hubspot.size, 0)
    assert.isEmpty(await inside(() => CrmLink.all()))
  })
})
