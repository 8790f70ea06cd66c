import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmNeedsReconnectError, CrmUnavailableError } from '#plugins/crm/errors'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { makeCompany, makeMember, type Company } from '#tests/factories'

type Card = { name: string; state: string; failure: string | null; remedy: string | null }

test.group('Integrations', (group) => {
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

  const pageOf = (client: ApiClient, { path, admin }: Company, at: string) =>
    client.get(path(at)).loginAs(admin.identity).withInertia()

  async function cardOf(client: ApiClient, company: Company, name = 'hubspot') {
    const page = await pageOf(client, company, '/settings/integrations')
    const { integrations } = page.body().props as { integrations: Card[] }
    return integrations.find((one) => one.name === name)!
  }

  const tryIt = (client: ApiClient, { path, admin }: Company) =>
    client
      .post(path('/settings/customer_system/trials'))
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .header('referer', path('/settings/customer_system'))
      .redirects(0)

  async function connected() {
    const company = await makeCompany()
    await company.inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, company.admin.user))
    return company
  }

  test('are shown before anything is connected, and which one is connected', async ({ client, assert }) => {
    const company = await makeCompany()
    assert.containSubset(await cardOf(client, company), { state: 'off', remedy: null, failure: null })
    await company.inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, company.admin.user))
    assert.containSubset(await cardOf(client, company), { state: 'working', remedy: null, isBlocked: false })
    assert.containSubset(await cardOf(client, company, 'salesforce'), { state: 'off', isBlocked: true })
  })

  test('say what is wrong and what to do', async ({ client, assert }) => {
    const company = await connected()
    const fail = (error: Error) => company.inside(async () => (await CrmConnection.own())!.noteFailure(error))
    await fail(new CrmUnavailableError())
    const failing = await cardOf(client, company)
    assert.equal(failing.state, 'failing')
    assert.match(failing.failure!, /does not answer/)
    assert.match(failing.remedy!, /tried again by itself/)
    await company.inside(async () => {
      const { vendor } = (await CrmConnection.own())!
      await vendor.closeUntil(DateTime.utc().plus({ minutes: 5 }).toJSDate())
    })
    assert.equal((await cardOf(client, company)).state, 'waiting')
    await fail(new CrmNeedsReconnectError())
    const lost = await cardOf(client, company)
    assert.equal(lost.state, 'needs_reconnect')
    assert.match(lost.remedy!, /Connect HubSpot again/)
  })

  test('are for those who may change the settings', async ({ client }) => {
    const company = await makeCompany()
    const { identity } = await makeMember(company.tenant, 'agent')
    const page = await client.get(company.path('/settings/integrations')).loginAs(identity).withInertia()
    page.assertStatus(403)
  })

  test('can be tested: the answer is told, and the request listed without what was said', async ({
    client,
    assert,
  }) => {
    const company = await connected()
    const answer = await tryIt(client, company)
    assert.match(answer.flashMessages().notice as string, /HubSpot answers and lets us in/)
    const page = await pageOf(client, company, '/settings/customer_system')
    const { exchanges } = page.body().props as { exchanges: object[] }
    assert.lengthOf(exchanges, 1)
    assert.containSubset(exchanges[0], {
      method: 'GET',
      path: '/crm/objects/2026-09/contacts',
      status: 200,
    })
    assert.notInclude(JSON.stringify(page.body()), TOKEN)
  })

  test('that let us in no more wait, and one that works again goes on', async ({ client, assert }) => {
    const company = await connected()
    const state = async () => (await company.inside(() => CrmConnection.own()))!.state
    hubspot.next({ status: 401 })
    const refused = await tryIt(client, company)
    assert.match(refused.flashMessages().error as string, /HubSpot was asked: .* has ended/)
    assert.equal(await state(), 'needs_reconnect')
    await tryIt(client, company)
    assert.equal(await state(), 'working')
  })

  test('of another company are not tested', async ({ client }) => {
    const [mine, theirs] = [await makeCompany(), await connected()]
    const answer = await client
      .post(theirs.path('/settings/customer_system/trials'))
      .loginAs(mine.admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    answer.assertStatus(404)
  })
})
