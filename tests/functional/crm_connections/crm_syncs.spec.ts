import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmFieldMapping, { type FieldRule } from '#app/crm_connections/crm_field_mapping'
import CrmLink from '#app/crm_connections/crm_link'
import CrmSync from '#app/crm_connections/crm_sync'
import { CrmSyncRunningError } from '#app/crm_connections/errors'
import CrmSyncRestTimer from '#app/crm_connections/crm_sync_rest_timer'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import CrmSyncWorker from '#app/crm_connections/crm_sync_worker'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import VendorConnection from '#app/vendor_connections/vendor_connection'
import HubSpotCrm from '#plugins/crm/hubspot/adapter'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { makeCompany } from '#tests/factories'
import { timersOf } from '#tests/functional/webhooks/setting'
import { handOverAfter } from '#tests/hand_over'

/** What is read of a record first is not made together with others. */
const READING: FieldRule[] = [{ ours: 'city', theirs: null, direction: 'both', owner: 'newest', choices: [] }]

test.group('All customers on their way to a connected system', (group) => {
  let hubspot: HubSpotServer
  const former = app.config.get('crm.hosts')
  const { limits } = HubSpotCrm

  group.each.setup(async () => {
    hubspot = await HubSpotServer.start()
    app.config.set('crm.hosts', { hubspot: hubspot.url })
    // How fast it may be asked is told in vendor_way.spec.ts; here it would only take its time.
    HubSpotCrm.limits = []
    return async () => {
      HubSpotCrm.limits = limits
      app.config.set('crm.hosts', former)
      await hubspot.stop()
    }
  })

  /** A company with customers of before it connected. */
  async function connected(count = 0, rules: FieldRule[] = []) {
    const company = await makeCompany()
    const { inside, admin, tenant } = company
    const customers: Customer[] = []
    const register = (facts: Partial<Parameters<typeof Customer.register>[0]>) =>
      inside(() => Customer.register({ name: 'Ann Lee', country: 'US', ...facts }))
    for (let n = 0; n < count; n++)
      customers.push(await register({ name: `Customer ${n}`, email: `c${n}@example.com` }))
    const connection = await inside(async () => {
      const kept = await CrmConnection.keep('hubspot', { token: TOKEN }, admin.user)
      await CrmFieldMapping.keep(kept, rules)
      return kept
    })
    let last = newId()
    /** Hands on what happened since the last time, until nothing more does. */
    const settle = async () => {
      const since = last
      last = newId()
      await handOverAfter(since, tenant.id, CrmSyncWorker)
    }
    const start = (purpose: 'preview' | 'write') =>
      inside(() => CrmSync.start(connection, purpose, admin.user))
    const present = ({ id }: CrmSync) => inside(() => CrmSync.findOrFail(id))
    const outcomes = async ({ id }: CrmSync) => {
      const rows = await inside(() => CrmSyncRow.query().where('crmSyncId', id).preload('customer'))
      return Object.fromEntries(rows.map(({ customer, outcome }) => [customer.name, outcome]))
    }
    return { ...company, connection, customers, register, settle, start, present, outcomes }
  }

  test('are told beforehand what would become of each, and nothing is written', async ({ assert }) => {
    const { inside, register, settle, start, present, outcomes } = await connected()
    hubspot.make({ firstname: 'K.', lastname: 'Nown', email: 'known@example.com' })
    for (const name of ['One', 'Two']) hubspot.make({ firstname: name, phone: '+13035550199' })
    await register({ name: 'New' })
    await register({ name: 'Known', email: 'Known@example.com' })
    await register({ name: 'Several', phone: '+13035550199' })
    await register({ name: 'Wrong', email: 'nobody@nowhere' })
    await inside(async () => (await Customer.register({ name: 'Gone', country: 'US' })).archive())
    const written = hubspot.exchanges.filter(
      ({ path, method }) => method !== 'GET' && !path.endsWith('search')
    )
    const sync = await start('preview')
    await settle()
    await settle()
    assert.deepEqual(await outcomes(sync), {
      New: 'create',
      Known: 'link',
      Several: 'duplicate',
      Wrong: 'refuse',
    })
    assert.containSubset(await present(sync), { state: 'done', total: 4 })
    assert.equal(hubspot.size, 3)
    assert.lengthOf(
      hubspot.exchanges.filter(({ path, method }) => method !== 'GET' && !path.endsWith('search')),
      written.length
    )
    assert.isEmpty(await inside(() => CrmLink.all()))
    const known = await inside(() => CrmSyncRow.query().where('outcome', 'link').firstOrFail())
    assert.include(known.detail!, 'Name')
  })

  test('are written, each once, and come out as was told', async ({ assert }) => {
    const { inside, customers, settle, start, present, outcomes } = await connected(60)
    const preview = await start('preview')
    for (let step = 0; step < 4; step++) await settle()
    assert.equal((await present(preview)).state, 'done')
    const sync = await start('write')
    for (let step = 0; step < 4; step++) await settle()
    assert.equal((await present(sync)).state, 'done')
    assert.deepEqual(await outcomes(sync), await outcomes(preview))
    assert.equal(hubspot.size, 60)
    assert.lengthOf(await inside(() => CrmLink.query().whereNotNull('externalId')), customers.length)
    const again = await start('preview')
    for (let batch = 0; batch < 3; batch++) await settle()
    assert.deepEqual([...new Set(Object.values(await outcomes(again)))], ['same'])
  })

  test('wait while somebody has paused, and go on where they were', async ({ assert }) => {
    const { inside, settle, start, present } = await connected(30, READING)
    const sync = await start('write')
    await settle()
    assert.equal(hubspot.size, 25)
    await inside(async () => (await present(sync)).pause())
    await settle()
    assert.equal(hubspot.size, 25)
    await inside(async () => (await present(sync)).resume())
    await settle()
    assert.equal(hubspot.size, 30)
    await settle()
    assert.equal((await present(sync)).state, 'done')
  })

  test('stay as they are when it is stopped, and another may begin', async ({ assert }) => {
    const { inside, settle, start, present } = await connected(30, READING)
    const sync = await start('write')
    await assert.rejects(() => start('write'), CrmSyncRunningError.message)
    await settle()
    await inside(async () => (await present(sync)).end('stopped'))
    await settle()
    assert.equal(hubspot.size, 25)
    await start('write')
    await settle()
    await settle()
    assert.equal(hubspot.size, 30)
  })

  test('are not written twice when the worker died on the way', async ({ assert }) => {
    const { inside, settle, start, present, outcomes, tenant } = await connected(10)
    const before = newId()
    const sync = await start('write')
    hubspot.knowKeys()
    hubspot.next({ pass: true }, { cut: 'after' })
    await settle()
    await assert.rejects(settle)
    assert.equal(hubspot.size, 10)
    assert.isEmpty(await inside(() => CrmLink.query().whereNotNull('externalId')))
    await handOverAfter(before, tenant.id, CrmSyncWorker)
    assert.equal(hubspot.size, 10)
    assert.equal((await present(sync)).state, 'done')
    assert.equal((await outcomes(sync))['Customer 0'], 'create')
    assert.lengthOf(await inside(() => CrmLink.query().whereNotNull('externalId')), 10)
  })

  test('rest while little is left of what the system allows in a day, and go on by themselves', async ({
    client,
    assert,
  }) => {
    const { inside, settle, start, present, path, admin, tenant, connection } = await connected(60, READING)
    const sync = await start('write')
    hubspot.usedToday = 190_000
    await settle()
    assert.equal(hubspot.size, 25)
    await settle()
    assert.equal((await present(sync)).state, 'paused')
    const asks = hubspot.exchanges.length
    const page = () =>
      client
        .get(path(`/settings/customer_system/syncs/${sync.id}`))
        .loginAs(admin.identity)
        .withInertia()
    const shown = (await page()).body().props
    assert.equal(shown.system.usage.requests, 250_000)
    assert.isAbove(shown.system.usage.used, 190_000)
    assert.isAbove(Date.parse(shown.sync.restsUntil), Date.now() + 500_000)
    assert.deepEqual(await timersOf(tenant.id, 'crm_sync_rest'), [Date.parse(shown.sync.restsUntil)])

    const goOn = () => inside(() => new CrmSyncRestTimer().handle({ tenantId: tenant.id, syncId: sync.id }))
    await goOn()
    await settle()
    assert.equal((await present(sync)).state, 'paused', 'there is no more than before')
    assert.equal(hubspot.exchanges.length, asks, 'nor is anybody asked for it')

    hubspot.usedToday = 10
    await inside(async () => {
      const vendor = await VendorConnection.findOrFail(connection.id)
      await vendor.merge({ usageAt: vendor.usageAt!.minus({ minutes: 11 }) }).save()
    })
    await goOn()
    for (let step = 0; step < 3; step++) await settle()
    assert.containSubset(await present(sync), { state: 'done', restsUntil: null })
    assert.equal(hubspot.size, 60)
    await goOn()
    assert.equal((await present(sync)).state, 'done')
  })

  test('wait for whoever connects again when it lets us in no more', async ({ assert }) => {
    const { inside, settle, start, present, admin } = await connected(5)
    const sync = await start('write')
    hubspot.next({ status: 401 })
    await settle()
    assert.equal((await present(sync)).state, 'paused')
    assert.equal((await inside(() => CrmConnection.own()))!.state, 'needs_reconnect')
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    await inside(async () => (await present(sync)).resume())
    await settle()
    await settle()
    assert.equal(hubspot.size, 5)
  })

  test('go in batches where the system takes many at once, and nobody who is there is made again', async ({
    assert,
  }) => {
    const { inside, settle, start, present, outcomes, register } = await connected(230)
    const ann = hubspot.make({ firstname: 'Ann', email: 'c7@example.com' })
    hubspot.make({ firstname: 'Bea', phone: '+13035550177' })
    for (let n = 0; n < 120; n++) hubspot.make({ firstname: `Other ${n}`, email: `other${n}@example.com` })
    await register({ name: 'Bea Bell', phone: '+13035550177' })
    await register({ name: 'Wrong', email: 'nobody@nowhere' })
    await register({ name: 'Twin', email: 'C9@example.com' })
    await inside(async () =>
      (await Customer.findByOrFail('name', 'Customer 3')).merge({ region: 'CO' }).save()
    )
    hubspot.knowKeys()
    const sync = await start('write')
    for (let step = 0; step < 3; step++) await settle()
    assert.equal((await present(sync)).state, 'done')
    const { 'Customer 7': seven, 'Bea Bell': bea, Wrong, Twin, ...others } = await outcomes(sync)
    assert.deepEqual([seven, bea, Wrong, Twin], ['link', 'link', 'refuse', 'refuse'])
    assert.deepEqual([...new Set(Object.values(others))], ['create'])
    assert.lengthOf(Object.keys(others), 229)
    assert.equal(hubspot.size, 122 + 229)
    assert.equal(hubspot.contact(ann)!.lastname, '7')
    const links = await inside(() => CrmLink.query().whereNotNull('externalId').preload('customer'))
    for (const { externalId, customer } of links) {
      const { firstname, lastname } = hubspot.contact(externalId!)!
      assert.equal([firstname, lastname].filter(Boolean).join(' '), customer.name)
    }
    const { rows } = await inside(() => db.rawQuery<{ rows: object[] }>('select from crm_sync_marks'))
    assert.isEmpty(rows, 'who was there is forgotten')
    const together = hubspot.exchanges.filter(({ path }) => path.endsWith('batch/upsert'))
    assert.isBelow(together.length, 30)
  })

  test('who change while their batch is under way are written again', async ({ assert }) => {
    const { inside, customers, settle, start, tenant } = await connected(3)
    hubspot.knowKeys()
    await start('write')
    await settle()
    const before = newId()
    const pause = hubspot.pauseAtNext()
    const written = settle()
    await pause.arrived
    await inside(async () => (await Customer.findOrFail(customers[1].id)).revise({ city: 'Vail' }))
    await handOverAfter(before, tenant.id, CrmWorker)
    pause.resume()
    await written
    const link = await inside(() => CrmLink.findByOrFail('customerId', customers[1].id))
    assert.equal(hubspot.contact(link.externalId!)!.city, 'Vail')
    assert.isNull(link.heldBy)
    assert.equal(hubspot.size, 3)
  })

  test('are made one by one where no key can be kept', async ({ assert }) => {
    const { inside, settle, start } = await connected(4)
    hubspot.mayAddProperties = false
    await start('write')
    await settle()
    await settle()
    assert.equal(hubspot.size, 4)
    assert.lengthOf(await inside(() => CrmLink.query().whereNotNull('externalId')), 4)
  })

  test('are walked through by one worker at a time', async ({ assert }) => {
    const { inside, settle, start, present } = await connected(5)
    const sync = await start('write')
    await inside(async () => assert.isTrue(await (await present(sync)).hold()))
    await assert.rejects(settle, /Another worker/)
    assert.equal(hubspot.size, 0)
  })

  test('are shown page by page to whoever may change the settings', async ({ client, assert }) => {
    const { settle, start, path, admin, customers } = await connected(30)
    const sync = await start('preview')
    await settle()
    const page = (query = '') =>
      client
        .get(path(`/settings/customer_system/syncs/${sync.id}${query}`))
        .loginAs(admin.identity)
        .withInertia()
    const first = await page()
    first.assertInertiaPropsContains({
      sync: { state: 'running', total: customers.length },
      counts: { create: 25 },
    })
    assert.lengthOf(first.body().props.rows, 25)
    await settle()
    const next = await page(`?after=${(await page()).body().props.meta.nextCursor}`)
    assert.lengthOf(next.body().props.rows, 5)
    assert.lengthOf((await page('?outcome=refuse')).body().props.rows, 0)
  })
})
