import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import CrmConflict from '#app/crm_connections/crm_conflict'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmFeed } from '#app/crm_connections/crm_feed'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'
import CrmFieldMapping, { type FieldRule } from '#app/crm_connections/crm_field_mapping'
import CrmLink from '#app/crm_connections/crm_link'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import Schedule from '#app/timers/schedule'
import { TOKEN, type HubSpotServer } from '#tests/contract/hubspot/server'
import { APP, type SalesforceServer } from '#tests/contract/salesforce/server'
import { startVendors } from '#tests/contract/vendors'
import { makeCompany, makeMember } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'

type Facts = Partial<Parameters<typeof Customer.register>[0]>

const ANN = { name: 'Ann Lee', email: 'ann@example.com', country: 'US', city: 'Denver' }
const both = (ours: FieldRule['ours'], owner: FieldRule['owner'] = 'newest'): FieldRule => ({
  ours,
  theirs: null,
  direction: 'both',
  owner,
  choices: [],
})

test.group('What is changed in a customer system', (group) => {
  let hubspot: HubSpotServer
  let salesforce: SalesforceServer

  group.each.setup(async () => {
    const vendors = await startVendors()
    ;({ hubspot, salesforce } = vendors)
    return vendors.stop
  })

  async function connected(
    rules: FieldRule[],
    adapter: 'hubspot' | 'salesforce' = 'hubspot',
    settings: object = { token: TOKEN }
  ) {
    const company = await makeCompany()
    const { inside, admin, tenant } = company
    const connection = await inside(async () => {
      const kept = await CrmConnection.keep(adapter, { ...settings }, admin.user)
      await CrmFieldMapping.keep(kept, rules)
      return kept
    })
    let last = newId()
    /** Hands on what happened since the last time, until nothing more does. */
    const settle = async () => {
      const since = last
      last = newId()
      await handOverAfter(since, tenant.id, CrmWorker)
    }
    const run = () => new CrmFeedTimer().handle({ tenantId: tenant.id, connectionId: connection.id })
    const read = async () => {
      await run()
      await settle()
      await settle()
    }
    const linkOf = ({ id }: Customer) => inside(() => CrmLink.findByOrFail('customerId', id))
    return {
      ...company,
      connection,
      settle,
      run,
      read,
      linkOf,
      /** A customer who has their record, at a moment from which changes are read. */
      begin: async (facts: Facts = {}) => {
        await run()
        const customer = await inside(() => Customer.register({ ...ANN, ...facts }))
        await settle()
        return { customer, record: (await linkOf(customer)).externalId! }
      },
      present: ({ id }: Customer) => inside(() => Customer.findOrFail(id)),
      revise: ({ id }: Customer, facts: object) =>
        inside(async () => (await Customer.findOrFail(id)).revise(facts)),
      conflicts: () => inside(() => CrmConflict.query().whereNull('resolvedAt')),
    }
  }
  const writes = () => hubspot.exchanges.filter(({ method }) => method === 'PATCH').length

  test('is read by a timer of its company that comes again and again, and ends with the connection', async ({
    assert,
  }) => {
    const { inside } = await connected([])
    const [schedule] = await inside(() => Schedule.query().where('timer', 'crm_feed'))
    assert.deepEqual(schedule.rule, { every: { minutes: 5 } })
    await inside(async () => (await CrmConnection.own())!.disconnect())
    assert.isEmpty(await inside(() => Schedule.query().where('timer', 'crm_feed')))
  })

  test('is taken over field by field, and nothing goes back and forth', async ({ assert }) => {
    const { begin, read, present } = await connected([both('city'), both('email')])
    const { customer, record } = await begin()
    hubspot.alter(record, { city: 'Boulder', email: 'ann.lee@example.com', state: 'CO' })
    const before = writes()
    await read()
    assert.containSubset((await present(customer)).serialize(), {
      city: 'Boulder',
      email: 'ann.lee@example.com',
    })
    assert.isNull((await present(customer)).region)
    await read()
    await read()
    assert.isAtMost(writes() - before, 1)
    const settled = writes()
    const { updatedAt } = await present(customer)
    await read()
    assert.equal(writes(), settled)
    assert.deepEqual((await present(customer)).updatedAt, updatedAt)
  })

  test('is left alone of fields that are only written', async ({ assert }) => {
    const { begin, read, present } = await connected([both('email')])
    const { customer, record } = await begin()
    hubspot.alter(record, { city: 'Boulder' })
    await read()
    assert.equal((await present(customer)).city, 'Denver')
  })

  test('and here in different fields is brought together without a conflict', async ({ assert }) => {
    const { begin, read, present, revise, conflicts } = await connected([both('city'), both('street')])
    const { customer, record } = await begin({ street: '1 Elm' })
    hubspot.alter(record, { city: 'Boulder' })
    await revise(customer, { street: '2 Oak' })
    await read()
    assert.containSubset((await present(customer)).serialize(), { city: 'Boulder', street: '2 Oak' })
    assert.containSubset(hubspot.contact(record), { city: 'Boulder', address: '2 Oak' })
    assert.isEmpty(await conflicts())
  })

  const owners: [FieldRule['owner'], string][] = [
    ['ours', 'Golden'],
    ['theirs', 'Boulder'],
  ]
  for (const [owner, winner] of owners)
    test(`and here in the same field goes by whose counts (${owner}), and can be decided otherwise`, async ({
      assert,
    }) => {
      const { begin, read, settle, present, revise, conflicts, inside, admin } = await connected([
        both('city', owner),
      ])
      const { customer, record } = await begin()
      hubspot.alter(record, { city: 'Boulder' })
      await revise(customer, { city: 'Golden' })
      await read()
      assert.equal((await present(customer)).city, winner)
      assert.equal(hubspot.contact(record)!.city, winner)
      const [conflict] = await conflicts()
      assert.containSubset(conflict.serialize(), {
        field: 'city',
        ours: 'Golden',
        theirs: 'Boulder',
        kept: owner,
      })
      const other = owner === 'ours' ? 'theirs' : 'ours'
      await inside(async () => (await CrmConflict.findOrFail(conflict.id)).resolve(other, admin.user))
      await settle()
      assert.equal(hubspot.contact(record)!.city, conflict[other])
      assert.equal((await present(customer)).city, conflict[other])
      await read()
      assert.isEmpty(await conflicts())
    })

  test('and here goes by the newest where a company says so', async ({ assert }) => {
    const { begin, read, present, revise } = await connected([both('city', 'newest')])
    const { customer, record } = await begin()
    await revise(customer, { city: 'Golden' })
    hubspot.alter(record, { city: 'Boulder' })
    await read()
    assert.equal((await present(customer)).city, 'Boulder')
    hubspot.alter(record, { city: 'Vail' })
    await new Promise((later) => setTimeout(later, 5))
    await revise(customer, { city: 'Aspen' })
    await read()
    assert.equal((await present(customer)).city, 'Aspen')
    assert.equal(hubspot.contact(record)!.city, 'Aspen')
  })

  test('and here is told on the page of the customer to whoever may decide', async ({ assert, client }) => {
    const company = await connected([both('city', 'ours')])
    const { begin, read, revise, path, admin } = company
    const { customer, record } = await begin()
    const shown = async (who = admin) => {
      const url = path(`/customers/${customer.id}`)
      return (await client.get(url).loginAs(who.identity).withInertia()).body().props
    }
    assert.containSubset(await shown(), { differences: [], customerSystem: null })
    hubspot.alter(record, { city: 'Boulder' })
    await revise(customer, { city: 'Golden' })
    await read()
    const { differences, customerSystem } = await shown()
    assert.equal(customerSystem, 'HubSpot')
    assert.containSubset(differences, [{ field: 'City', ours: 'Golden', theirs: 'Boulder', kept: 'ours' }])
    assert.isEmpty((await shown(await makeMember(company.tenant, 'agent'))).differences)
  })

  test('into what cannot stand here is kept out, and said', async ({ assert }) => {
    const { begin, read, present, conflicts } = await connected([
      both('phone', 'theirs'),
      both('country', 'theirs'),
    ])
    const { customer, record } = await begin({ phone: '+13035550142' })
    hubspot.alter(record, { phone: 'ask at the desk' })
    await read()
    assert.equal((await present(customer)).phone, '+13035550142')
    assert.containSubset(
      (await conflicts()).map((one) => one.serialize()),
      [{ field: 'phone', theirs: 'ask at the desk', kept: 'ours' }]
    )
  })

  test('is read once, however often and in whatever order it is told', async ({ assert }) => {
    const { begin, inside, connection, present, settle, run, tenant } = await connected([both('city')])
    const { customer, record } = await begin()
    hubspot.alter(record, { city: 'Boulder' })
    const state = () => inside(() => CrmConnection.findOrFail(connection.id))
    const { feedCursor } = await state()
    await run()
    await inside(async () => (await state()).merge({ feedCursor }).save())
    await run()
    await settle()
    await settle()
    assert.equal((await present(customer)).city, 'Boulder')
    const changes = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: tenant.id, name: 'customer.updated' })
    assert.lengthOf(changes, 1)
  })

  test('is told again when the reader died between what it read and its place', async ({ assert }) => {
    const { begin, inside, connection, present, settle, run } = await connected([both('city')])
    const { customer, record } = await begin()
    hubspot.alter(record, { city: 'Boulder' })
    const before = await inside(() => CrmConnection.findOrFail(connection.id))
    const way = await inside(async () => mappedWay(before))
    const dying = async <T>(work: () => Promise<T>) =>
      inside(async () => {
        await work()
        throw new Error('died')
      }) as Promise<T>
    await assert.rejects(() => new CrmFeed({ ...way, connection: before, inside: dying }).read(), 'died')
    assert.equal((await inside(() => CrmConnection.findOrFail(connection.id))).feedCursor, before.feedCursor)
    await settle()
    assert.equal((await present(customer)).city, 'Denver', 'neither half was kept')
    await run()
    await settle()
    assert.equal((await present(customer)).city, 'Boulder')
  })

  test('is read later when the search did not know of it yet', async ({ assert }) => {
    const { begin, read, present } = await connected([both('city')])
    const { customer, record } = await begin()
    const show = hubspot.hideFromSearch(record)
    hubspot.alter(record, { city: 'Boulder' })
    await read()
    assert.equal((await present(customer)).city, 'Denver')
    show()
    await read()
    assert.equal((await present(customer)).city, 'Boulder')
  })

  test('by merging two records there is followed', async ({ assert }) => {
    const { begin, read, linkOf } = await connected([both('city')])
    const { customer, record } = await begin()
    const another = hubspot.make({ firstname: 'Annie', city: 'Boulder' })
    hubspot.merge(another, record)
    await read()
    assert.equal((await linkOf(customer)).externalId, another)
  })

  test('by deleting a record is noticed, and somebody is asked', async ({ assert }) => {
    const { begin, read, linkOf } = await connected([])
    const { customer, record } = await begin()
    hubspot.remove(record)
    await read()
    assert.match((await linkOf(customer)).failure!, /deleted the record/)
  })

  test('in Salesforce is read too, with who was merged and deleted there', async ({ assert }) => {
    const { begin, read, present, linkOf } = await connected([both('city')], 'salesforce', APP)
    const { customer, record } = await begin()
    salesforce.alter(record, { MailingCity: 'Boulder' })
    await read()
    assert.equal((await present(customer)).city, 'Boulder')
    const another = salesforce.make({ LastName: 'Lee', MailingCity: 'Vail' })
    salesforce.drop(record, another)
    await read()
    assert.equal((await linkOf(customer)).externalId, another)
    salesforce.drop(another)
    await read()
    assert.match((await linkOf(customer)).failure!, /deleted the record/)
  })

  test('while nobody lets us in is not read, and nothing is lost by it', async ({ assert }) => {
    const { begin, read, present, inside, connection, admin } = await connected([both('city')])
    const { customer, record } = await begin()
    hubspot.alter(record, { city: 'Boulder' })
    hubspot.next({ status: 401 })
    await read()
    assert.equal((await inside(() => CrmConnection.findOrFail(connection.id))).state, 'needs_reconnect')
    const asked = hubspot.exchanges.length
    await read()
    assert.equal(hubspot.exchanges.length, asked)
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    await read()
    assert.equal((await present(customer)).city, 'Boulder')
  })
})
