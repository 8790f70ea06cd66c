import { test } from '@japa/runner'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { CustomerMerge } from '#app/customer_merges/customer_merge'
import { newId } from '#app/platform/ids'
import { TOKEN, type HubSpotServer } from '#tests/contract/hubspot/server'
import { APP, type SalesforceServer } from '#tests/contract/salesforce/server'
import { startVendors } from '#tests/contract/vendors'
import { makeCompany } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'

const BOB = { name: 'Bob Stone', country: 'US' }

test.group('The record of a customer in the customer system', (group) => {
  let hubspot: HubSpotServer
  let salesforce: SalesforceServer

  group.each.setup(async () => {
    const vendors = await startVendors()
    ;({ hubspot, salesforce } = vendors)
    return vendors.stop
  })

  async function connected(
    adapter: 'hubspot' | 'salesforce' = 'hubspot',
    settings: object = { token: TOKEN }
  ) {
    const company = await makeCompany()
    const { inside, admin, tenant } = company
    await inside(() => CrmConnection.keep(adapter, { ...settings }, admin.user))
    const start = newId()
    return {
      ...company,
      settle: () => handOverAfter(start, tenant.id, CrmWorker),
      register: (facts: Parameters<typeof Customer.register>[0]) => inside(() => Customer.register(facts)),
      revise: ({ id }: Customer, facts: object) =>
        inside(async () => (await Customer.findOrFail(id)).revise(facts)),
      linkOf: ({ id }: Customer) => inside(() => CrmLink.findByOrFail('customerId', id)),
    }
  }

  test('is made once of somebody without address and number whose worker died, while searches lag behind', async ({
    assert,
  }) => {
    const { settle, register, revise, linkOf, inside } = await connected()
    hubspot.knowKeys()
    const bob = await register(BOB)
    hubspot.next({ status: 404 }, { cut: 'after' })
    await assert.rejects(settle)
    assert.equal(hubspot.size, 1)
    const [made] = hubspot.ids
    hubspot.hideFromSearch(made)
    await settle()
    assert.equal(hubspot.size, 1)
    assert.equal((await linkOf(bob)).externalId, made)
    await inside(async () => (await linkOf(bob)).delete())
    await revise(bob, { city: 'Boulder' })
    await settle()
    assert.containSubset(hubspot.contact(made), { city: 'Boulder' })
    assert.equal(hubspot.size, 1, 'nor when it is forgotten which record was theirs')
  })

  test('is made once also where the token may add no field for a key', async ({ assert }) => {
    const { settle, register, linkOf } = await connected()
    hubspot.mayAddProperties = false
    hubspot.make({ firstname: 'Bob', lastname: 'Stone', country: 'US', city: 'Denver' })
    const bob = await register(BOB)
    const pass = { pass: true } as const
    hubspot.next(pass, pass, pass, { cut: 'after' })
    await assert.rejects(settle)
    assert.equal(hubspot.size, 2)
    await settle()
    assert.equal(hubspot.size, 2)
    assert.equal((await linkOf(bob)).externalId, hubspot.ids[1])
  })

  test('is made once in Salesforce without a field for keys: whoever looks like it is it', async ({
    assert,
  }) => {
    const { settle, register, linkOf, tenant } = await connected('salesforce', APP)
    salesforce.make({ LastName: 'Stone', FirstName: 'Bob', MailingCity: 'Elsewhere' })
    await register({ ...BOB, name: 'Ann Lee' })
    await settle()
    const since = newId()
    const bob = await register(BOB)
    salesforce.next({ cut: 'after' })
    await assert.rejects(() => handOverAfter(since, tenant.id, CrmWorker))
    assert.equal(salesforce.size, 3)
    await settle()
    assert.equal(salesforce.size, 3)
    assert.isNotNull((await linkOf(bob)).externalId)
  })

  test('that somebody deleted there waits for a choice, and is made anew or not at all', async ({
    client,
    assert,
  }) => {
    const { settle, register, revise, linkOf, admin, path } = await connected()
    const [bob, ann] = [await register(BOB), await register({ ...BOB, name: 'Ann Lee' })]
    await settle()
    for (const one of [bob, ann]) hubspot.remove((await linkOf(one)).externalId!)
    for (const one of [bob, ann]) await revise(one, { city: 'Boulder' })
    await settle()
    assert.match((await linkOf(bob)).failure!, /deleted the record/)
    const page = () => client.get(path('/settings/customer_system')).loginAs(admin.identity).withInertia()
    ;(await page()).assertInertiaPropsContains({ refused: [{ isGone: true }, { isGone: true }] })
    const asked = hubspot.exchanges.length
    await revise(bob, { city: 'Golden' })
    await settle()
    assert.equal(hubspot.exchanges.length, asked, 'nothing is written before somebody chose')

    const choose = async (one: Customer, choice: string) =>
      client
        .put(path(`/settings/customer_system/links/${(await linkOf(one)).id}`))
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .json({ choice })
        .redirects(0)
    ;(await choose(bob, 'anew')).assertStatus(303)
    ;(await choose(ann, 'apart')).assertStatus(303)
    await settle()
    const { externalId } = await linkOf(bob)
    assert.containSubset(hubspot.contact(externalId!), { firstname: 'Bob', city: 'Golden' })
    await revise(ann, { city: 'Vail' })
    await settle()
    assert.isNull((await linkOf(ann)).externalId)
    ;(await page()).assertInertiaPropsContains({ refused: [], apart: [{ customer: { id: ann.id } }] })
    await choose(ann, 'anew')
    await settle()
    assert.containSubset(hubspot.contact((await linkOf(ann)).externalId!), { city: 'Vail' })
  })

  test('that was merged there is followed to the record that it became part of', async ({ assert }) => {
    const { settle, register, revise, linkOf } = await connected()
    const bob = await register(BOB)
    await settle()
    const another = hubspot.make({ firstname: 'Robert' })
    hubspot.merge(another, (await linkOf(bob)).externalId!)
    await revise(bob, { city: 'Boulder' })
    await settle()
    assert.equal((await linkOf(bob)).externalId, another)
    assert.containSubset(hubspot.contact(another), { firstname: 'Bob', city: 'Boulder' })
  })

  test('that was merged there into another of ours asks for the same here, and what is left there stays', async ({
    assert,
  }) => {
    const { inside, settle, register, revise, linkOf } = await connected()
    const [bob, ann] = [await register(BOB), await register({ ...BOB, name: 'Ann Lee' })]
    await settle()
    const { externalId } = await linkOf(ann)
    hubspot.merge(externalId!, (await linkOf(bob)).externalId!)
    await revise(bob, { city: 'Boulder' })
    await settle()
    assert.match((await linkOf(bob)).failure!, /Merge the two here/)
    await inside(async () =>
      new CustomerMerge(await Customer.findOrFail(ann.id), await Customer.findOrFail(bob.id)).run()
    )
    await settle()
    assert.equal((await linkOf(ann)).externalId, externalId)
    assert.containSubset(hubspot.contact(externalId!), { firstname: 'Ann' })
  })

  test('is not deleted when the two were merged there first and then here', async ({ assert }) => {
    const { inside, settle, register, linkOf } = await connected()
    const [bob, ann] = [await register(BOB), await register({ ...BOB, name: 'Ann Lee' })]
    await settle()
    const { externalId } = await linkOf(ann)
    hubspot.merge(externalId!, (await linkOf(bob)).externalId!)
    await inside(async () =>
      new CustomerMerge(await Customer.findOrFail(ann.id), await Customer.findOrFail(bob.id)).run()
    )
    await settle()
    assert.isNotNull(hubspot.contact(externalId!))
    assert.isNull((await linkOf(ann)).failure)
  })
})
