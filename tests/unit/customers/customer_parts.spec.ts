import { test } from '@japa/runner'
import { CustomerMerge } from '#app/customer_merges/customer_merge'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { everyoneLike, likelyDuplicatesOf } from '#app/customers/customer_duplicates'
import { CustomerContacts, CustomerSites, MOST_PARTS } from '#app/customers/customer_parts'
import { CustomerSearch } from '#app/customers/customer_search'
import { OtherCustomersPartError, PrimaryPartError, TooManyPartsError } from '#app/customers/errors'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import { withRights } from '#tests/access_factories'
import { countStatements } from '#tests/count_statements'
import { makeCompany, type Company } from '#tests/factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'
import { tomorrow } from '#tests/functional/stranger/world'

const ANN = {
  name: 'Ann Smith',
  country: 'US',
  phone: '(303) 555-0142',
  email: 'ann@example.com',
  street: '18 Elm St',
  city: 'Denver',
}

const registerIn = ({ inside }: Company, facts: Partial<CustomerFacts> = {}) =>
  inside(() => Customer.register({ ...ANN, ...facts }))

async function start() {
  const company = await makeCompany()
  const register = (facts: Partial<CustomerFacts>) => registerIn(company, facts)
  const ann = await registerIn(company)
  const parts = async (customer = ann) => {
    const { contacts, sites } = await Customer.withParts(customer)
    return {
      contacts: contacts.map((one) => [one.name, one.waysOf(customer).phone, one.isPrimary]),
      sites: sites.map((one) => [one.label, one.addressOf(customer), one.isPrimary]),
    }
  }
  return {
    ...company,
    register,
    ann,
    parts,
    contacts: new CustomerContacts(ann),
    sites: new CustomerSites(ann),
  }
}

const ids = (found: Customer[]) => found.map(({ id }) => id)

test.group('The contacts and sites of a customer', () => {
  test('the second gives the first a name, and changes nothing about it', async ({ assert }) => {
    const { inside, ann, contacts, sites, parts } = await start()
    await inside(async () => {
      await contacts.add({ name: 'Jo', role: 'Tenant', phone: '+13035550166' })
      await sites.add({ label: 'Mill', street: '4 Lake Rd', city: 'Dillon' })
      assert.deepEqual(await parts(), {
        contacts: [
          ['Ann Smith', '+13035550142', true],
          ['Jo', '+13035550166', false],
        ],
        sites: [
          ['Main address', '18 Elm St, Denver', true],
          ['Mill', '4 Lake Rd, Dillon', false],
        ],
      })
      const updates = (await eventsOf(ann)).filter(({ name }) => name === 'customer.updated')
      assert.deepEqual(
        updates.map(({ data }) => data),
        [{ fields: ['contacts'] }, { fields: ['sites'] }]
      )
    })
  })

  test('of a customer of whom nothing is known, the first is the primary one', async ({ assert }) => {
    const { inside, register, parts } = await start()
    const mill = await register({ name: 'Mill Ltd', phone: null, email: null })
    await inside(async () => {
      await new CustomerContacts(mill).add({ name: 'Jo', phone: '+13035550166' })
      assert.equal(mill.phone, '+13035550166')
      assert.deepEqual((await parts(mill)).contacts, [['Jo', '+13035550166', true]])
    })
  })

  test('another one becomes primary: the customer has its facts, and it keeps those of the former', async ({
    assert,
  }) => {
    const { inside, ann, contacts, sites, parts } = await start()
    await inside(async () => {
      const jo = await contacts.add({ name: 'Jo', phone: '+13035550166', email: 'jo@example.com' })
      const mill = await sites.add({ label: 'Mill', street: '4 Lake Rd', city: 'Dillon' })
      const [{ id }] = await contacts.list()
      await contacts.revise(jo, { name: 'Jo' }, true)
      await sites.revise(mill, { label: 'Old mill' }, true)
      assert.containSubset(ann.$attributes, {
        phone: '+13035550166',
        email: 'jo@example.com',
        street: '4 Lake Rd',
      })
      const former = await contacts.find(id)
      assert.containSubset(former.$attributes, { phone: '+13035550142', isPrimary: false })
      // Twice is once, and back is back.
      await contacts.revise(await contacts.find(jo.id), {}, true)
      await contacts.revise(former, {}, true)
      assert.deepEqual(await parts(), {
        contacts: [
          ['Ann Smith', '+13035550142', true],
          ['Jo', '+13035550166', false],
        ],
        sites: [
          ['Old mill', '4 Lake Rd, Dillon', true],
          ['Main address', '18 Elm St, Denver', false],
        ],
      })
    })
  })

  test('a change of the primary one is a change of the customer', async ({ assert }) => {
    const { inside, ann, contacts } = await start()
    await inside(async () => {
      await contacts.add({ name: 'Jo' })
      const [primary] = await contacts.list()
      await contacts.revise(primary, { name: 'Annie', phone: '(303) 555-0199' })
      assert.equal(ann.phone, '+13035550199')
      assert.include(JSON.stringify(await eventsOf(ann)), '{"fields":["phone"]}')
      await assert.rejects(() => contacts.remove(primary), PrimaryPartError.message)
    })
  })

  test('one that was removed is found no more, and is back with its next change', async ({ assert }) => {
    const { inside, ann, contacts, parts } = await start()
    const found = (words: string) =>
      new CustomerSearch(words, 'US').newest(() => Customer.query(), { limit: 5 })
    const jo = await inside(() => contacts.add({ name: 'Jo Tenant', phone: '+13035550166' }))
    await inside(async () => {
      assert.deepEqual(ids(await found('tenant')), [ann.id])
      await contacts.remove(jo)
      await contacts.remove(jo)
    })
    await inside(async () => {
      assert.lengthOf((await parts()).contacts, 1)
      assert.isEmpty(await found('tenant'))
      assert.isEmpty(await found('303 555 0166'))
      await contacts.revise(jo, {})
      assert.deepEqual(ids(await found('303 555 0166')), [ann.id])
    })
  })

  test('there are no more than anybody can look through', async ({ assert }) => {
    const { inside, ann, contacts } = await start()
    await inside(async () => {
      for (let count = 1; count < MOST_PARTS; count++) await contacts.add({ name: `Tenant ${count}` })
      await assert.rejects(() => contacts.add({ name: 'One more' }), TooManyPartsError.message)
      assert.lengthOf(await new CustomerContacts(ann).list(), MOST_PARTS)
    })
  })

  test('searches and duplicates look at all of them', async ({ assert }) => {
    const { inside, ann, contacts, sites } = await start()
    await inside(async () => {
      await contacts.add({ name: 'Jo Tenant', phone: '+13035550166', email: 'Jo@Example.com' })
      await sites.add({ label: 'Mill', street: '4 Lake Street', postcode: '80435', city: 'Dillon' })
    })
    await inside(async () => {
      const search = (words: string) =>
        new CustomerSearch(words, 'US').newest(() => Customer.query(), { limit: 5 })
      for (const words of ['tenant', 'dillon mill', 'jo@ex', '(303) 555-0166', '0166', 'ann'])
        assert.deepEqual(ids(await search(words)), [ann.id], words)
      const alike = { name: 'Somebody', country: 'US' }
      for (const facts of [
        { phone: '303 555 0166' },
        { email: 'jo@example.com' },
        { street: '4 Lake St', postcode: '80435' },
      ])
        assert.deepEqual(ids(await likelyDuplicatesOf({ ...alike, ...facts })), [ann.id])
    })
  })

  test('those of two customers are held against each other, and the reason says which', async ({
    assert,
  }) => {
    const { inside, admin, register, ann, contacts, sites } = await start()
    const bo = await register({
      name: 'Bo',
      phone: '303 555 0199',
      email: null,
      street: '4 Lake Rd',
      city: null,
    })
    await register({ name: 'Cy', phone: null, email: null, street: null })
    await inside(async () => {
      await contacts.add({ name: 'Jo', phone: '+13035550199' })
      await sites.add({ label: 'Mill', street: '7 Mill Ln', city: 'Dillon' })
      await new CustomerSites(bo).add({ label: 'Barn', street: '7 Mill Lane', city: 'dillon' })
      const reasons = async (customer: Customer) => {
        const [{ alike }] = await everyoneLike(
          [await Customer.withParts(customer)],
          await withRights(admin.user)
        )
        return alike.map((one) => [one.customer.id, one.why])
      }
      assert.deepEqual(await reasons(ann), [[bo.id, 'same phone number']])
      assert.deepEqual(await reasons(bo), [[ann.id, 'phone number of their contact Jo']])
      await contacts.remove((await contacts.list())[1])
      assert.deepEqual(await reasons(bo), [[ann.id, 'address of their site Mill']])
    })
  })

  test('many people are looked up as quickly as one', async ({ assert }) => {
    const { inside, ann } = await start()
    await inside(async () => {
      const many = Array.from({ length: 50 }, () => ({ country: 'US', phone: ANN.phone }))
      const one = await countStatements(() => everyoneLike(many.slice(0, 1), null), /customers/)
      let found: Awaited<ReturnType<typeof everyoneLike>> = []
      const all = await countStatements(async () => {
        found = await everyoneLike(many, null)
      }, /customers/)
      assert.equal(all, one)
      assert.lengthOf(found, 50)
      assert.isTrue(found.every(({ alike }) => alike[0].customer.id === ann.id))
    })
  })

  test('a merger keeps those of both, and what differs of the other', async ({ assert }) => {
    const { inside, ann, register, contacts, parts } = await start()
    const bo = await register({
      name: 'A. Smith',
      phone: '(303) 555-0199',
      email: null,
      street: '4 Lake Rd',
      city: 'Dillon',
    })
    await inside(async () => {
      await contacts.add({ name: 'Jo', phone: '+13035550166' })
      await new CustomerSites(bo).add({ label: 'Barn', city: 'Frisco' })
      await new CustomerMerge(ann, bo).run()
      assert.deepEqual(await parts(), {
        contacts: [
          ['Ann Smith', '+13035550142', true],
          ['Jo', '+13035550166', false],
          ['A. Smith', '+13035550199', false],
        ],
        sites: [
          ['Main address', '18 Elm St, Denver', true],
          ['Main address', '4 Lake Rd, Dillon', false],
          ['Barn', 'Frisco', false],
        ],
      })
    })
  })

  test('a record that knew nothing takes over all of the other, the primary ones too', async ({ assert }) => {
    const { inside, ann, contacts, parts } = await start()
    const bare = await inside(() => Customer.register({ name: 'Ann Smith', country: 'US' }))
    await inside(async () => {
      await contacts.add({ name: 'Jo', phone: '+13035550166' })
      await new CustomerMerge(bare, ann).run()
      assert.equal(bare.phone, '+13035550142')
      assert.deepEqual((await parts(bare)).contacts, [
        ['Ann Smith', '+13035550142', true],
        ['Jo', '+13035550166', false],
      ])
    })
  })
})

test.group('A lead and its order', () => {
  test('say who asked and where the work is, of those of their customer', async ({ assert }) => {
    const { inside, ann, register, contacts, sites } = await start()
    const bo = await register({ name: 'Bo', phone: null })
    await inside(async () => {
      const jo = await contacts.add({ name: 'Jo', phone: '+13035550166' })
      const mill = await sites.add({ label: 'Mill', street: '4 Lake Rd', city: 'Dillon' })
      const barn = await new CustomerSites(bo).add({ label: 'Barn', city: 'Frisco' })
      const lead = await Lead.findOrFail((await receiveLead({ customerId: ann.id })).id)
      await assert.rejects(
        () => lead.revise({ siteId: barn.id }),
        new OtherCustomersPartError('siteId', 'site').message
      )
      await lead.refresh()
      await lead.revise({ contactId: jo.id, siteId: mill.id })
      const order = await Order.fromLead(lead, { window: tomorrow(), note: null, by: null, assignee: null })
      assert.equal(order.siteId, mill.id)
      // The site keeps its name whichever is the primary one.
      await sites.revise(mill, {}, true)
      assert.equal((await Order.findOrFail(order.id)).siteId, mill.id)
      await order.placeAt(null)
      await order.placeAt(null)
      assert.deepEqual((await eventsOf(order)).filter(({ name }) => name === 'order.updated').length, 1)
      await assert.rejects(() => order.placeAt(barn.id))
    })
  })
})
