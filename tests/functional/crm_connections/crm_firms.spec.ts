import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import CrmSyncWorker from '#app/crm_connections/crm_sync_worker'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { CustomerContacts } from '#app/customers/customer_parts'
import { newId } from '#app/platform/ids'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import { makeMember, type Company, type Member } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'

const RULE = '/settings/customer_system/firm_rule'

test.group('Customers who are companies in a customer system', (group) => {
  let hubspot: HubSpotServer

  group.each.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  async function begun(rule: 'none' | 'named' | 'all') {
    const company = await companyOf(hubspot, 0)
    const { inside } = company
    await inside(async () => (await CrmConnection.own())!.ruleFirms(rule))
    const linkOf = ({ id }: Customer) => inside(() => CrmLink.findByOrFail('customerId', id))
    return {
      ...company,
      linkOf,
      register: (name: string, facts: object = {}) =>
        inside(() => Customer.register({ name, country: 'US', ...facts })),
      rename: ({ id }: Customer, name: string) =>
        inside(async () => (await Customer.findOrFail(id)).revise({ name })),
      /** Of the customer's record. */
      firmsOf: async (customer: Customer) =>
        hubspot.sales
          .companiesOf((await linkOf(customer)).externalId!)
          .map(({ properties }) => properties.name),
    }
  }
  const send = (client: ApiClient, { path }: Company, as: Member) =>
    client
      .put(path(RULE))
      .json({ rule: 'all' })
      .loginAs(as.identity)
      .withCsrfToken()
      .header('accept', 'application/json')
      .redirects(0)

  test('are none until somebody says so, and whoever may change the settings does', async ({
    client,
    assert,
  }) => {
    const company = await begun('none')
    const { register, settle, firmsOf, admin, tenant, rename, path } = company
    const acme = await register('Acme Offices')
    await settle()
    assert.isEmpty(await firmsOf(acme))
    ;(await send(client, company, await makeMember(tenant, 'agent'))).assertStatus(403)
    ;(await send(client, company, admin)).assertStatus(302)
    await rename(acme, 'Acme Offices LLC')
    await settle()
    assert.deepEqual(await firmsOf(acme), ['Acme Offices LLC'])
    const page = await client.get(path('/settings/customer_system')).loginAs(admin.identity).withInertia()
    page.assertInertiaPropsContains({ firms: 'all' })
  })

  test('have one company of their name, once, which is renamed with them', async ({ assert }) => {
    const { register, settle, firmsOf, rename, inside } = await begun('all')
    const acme = await register('Acme Offices')
    await settle()
    await inside(async () => (await Customer.findOrFail(acme.id)).revise({ city: 'Vail' }))
    await settle()
    assert.deepEqual(await firmsOf(acme), ['Acme Offices'])
    await rename(acme, 'Acme Towers')
    await settle()
    assert.deepEqual(await firmsOf(acme), ['Acme Towers'])
    assert.equal(hubspot.sales.companies.size, 1)
  })

  test('are those whose primary contact has another name, where the company says so', async ({ assert }) => {
    const { register, settle, firmsOf, inside } = await begun('named')
    const [ann, acme] = [await register('Ann Lee', { phone: '+13035550101' }), await register('Acme Offices')]
    await inside(async () => {
      await new CustomerContacts(await Customer.findOrFail(ann.id)).add({
        name: 'Bob Lee',
        phone: '+13035550102',
      })
      await new CustomerContacts(await Customer.findOrFail(acme.id)).add({
        name: 'Jane Roe',
        email: 'jane@acme.example',
      })
    })
    await settle()
    assert.isEmpty(await firmsOf(ann))
    assert.deepEqual(await firmsOf(acme), ['Acme Offices'])
  })

  test('keep the company that their record belongs to there, under its own name', async ({ assert }) => {
    const { register, settle, firmsOf, rename, linkOf, inside } = await begun('none')
    const acme = await register('Acme Offices')
    await settle()
    hubspot.sales.employ((await linkOf(acme)).externalId!, 'ACME Holding')
    await inside(async () => (await CrmConnection.own())!.ruleFirms('all'))
    await rename(acme, 'Acme Towers')
    await settle()
    await rename(acme, 'Acme Towers II')
    await settle()
    assert.deepEqual(await firmsOf(acme), ['ACME Holding'])
    assert.equal(hubspot.sales.companies.size, 1)
  })

  test('become one company though the answer was lost', async ({ assert }) => {
    const { register, firmsOf, tenant } = await begun('all')
    hubspot.knowKeys()
    const start = newId()
    const acme = await register('Acme Offices')
    const pass = { pass: true } as const
    hubspot.next(pass, pass, pass, pass, { cut: 'after' })
    await assert.rejects(() => handOverAfter(start, tenant.id, CrmWorker))
    assert.equal(hubspot.sales.companies.size, 1, 'it was made')
    await handOverAfter(start, tenant.id, CrmWorker)
    assert.deepEqual(await firmsOf(acme), ['Acme Offices'])
    assert.equal(hubspot.sales.companies.size, 1)
    assert.equal(hubspot.size, 1)
  })

  test('say so where the connection may not use companies, and are written all the same', async ({
    assert,
  }) => {
    const { register, settle, linkOf, rename, firmsOf } = await begun('all')
    hubspot.sales.mayUseCompanies = false
    const acme = await register('Acme Offices')
    await settle()
    const link = await linkOf(acme)
    assert.match(link.failure!, /HubSpot does not let us use companies/)
    assert.equal(hubspot.contact(link.externalId!)!.lastname, 'Offices')
    hubspot.sales.mayUseCompanies = true
    await rename(acme, 'Acme Towers')
    await settle()
    assert.isNull((await linkOf(acme)).failure)
    assert.deepEqual(await firmsOf(acme), ['Acme Towers'])
  })

  test('are told beforehand, and come with all customers who are written', async ({ assert }) => {
    const { register, inside, connection, admin, tenant, firmsOf } = await begun('all')
    const since = newId()
    const firms = [await register('Acme Offices'), await register('Mill Tower')]
    const preview = await inside(() => CrmSync.start(connection, 'preview', admin.user))
    for (let step = 0; step < 2; step++) await handOverAfter(since, tenant.id, CrmSyncWorker)
    const told = await inside(() => CrmSyncRow.query().where('crmSyncId', preview.id))
    assert.sameDeepMembers(
      told.map(({ outcome, detail }) => [outcome, detail]),
      [1, 2].map(() => ['create', 'a company of this name'])
    )
    assert.equal(hubspot.sales.companies.size, 0)
    await inside(() => CrmSync.start(connection, 'write', admin.user))
    await handOverAfter(since, tenant.id, CrmSyncWorker)
    for (const firm of firms) assert.deepEqual(await firmsOf(firm), [firm.name])
  })
})
