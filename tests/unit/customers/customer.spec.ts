import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Customer from '#app/customers/customer'
import { likelyDuplicatesOf } from '#app/customers/customer_duplicates'
import { CustomerSearch } from '#app/customers/customer_search'
import { ALIKE } from '#app/customers/likenesses'
import { wordsOf } from '#app/customers/customer_words'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { eventNames, eventsOf } from '#tests/lead_factories'

const MARIA = {
  name: 'María López-Strauß',
  phone: '(303) 555-0142',
  email: 'Maria.Lopez@Example.com',
  street: '18 Elm Street',
  city: 'Denver',
  region: 'CO',
  postcode: '80205',
  country: 'US',
}

const MANY_CUSTOMERS = `
  insert into customers (id, name, name_norm, country, created_at, updated_at)
  select uuidv7(make_interval(secs => n)), 'customer ' || n, 'customer ' || n, 'US', now(), now()
  from generate_series(1, 1200) as n`

const NAMESAKES = `
  insert into customers (id, name, name_norm, country, postcode, street, created_at, updated_at)
  select uuidv7(make_interval(secs => n)), 'Ann Smith', 'ann smith', 'US', (10000 + n)::text, n || ' Elm St', now(), now()
  from generate_series(1, 1200) as n`

const MANY_WORDS = `
  insert into customer_words (customer_id, word)
  select id, unnest(string_to_array(name_norm, ' ')) from customers where name_norm like 'customer %'`

const finder =
  ({ inside, admin }: Company, country = 'US') =>
  (text: string) =>
    inside(async () => {
      const scope = () => Customer.visibleTo(admin.user)
      const found = await new CustomerSearch(text, country).newest(scope, { limit: 25 })
      return found.map((customer) => customer.name).reverse()
    })

test.group('Customer', () => {
  test('is kept in the words of the person who registers, and in a form to search by', async ({ assert }) => {
    const company = await makeCompany()
    const customer = await company.as(company.admin, () => Customer.register(MARIA))
    assert.containSubset(customer.serialize(), {
      name: 'María López-Strauß',
      nameNorm: 'maria lopez-strauss',
      phone: '+13035550142',
      phoneRev: '24105553031',
      email: 'Maria.Lopez@Example.com',
      emailNorm: 'maria.lopez@example.com',
      createdBy: company.admin.user.id,
    })
    assert.equal(customer.displayPhone, '(303) 555-0142')
    assert.equal(customer.address, '18 Elm Street, Denver, CO 80205')
    assert.deepEqual(await company.inside(() => eventNames(customer)), ['customer.created'])
  })

  test('reads a phone number in the country of the address', async ({ assert }) => {
    const { inside } = await makeCompany()
    const berlin = {
      ...MARIA,
      phone: '030 901820',
      street: 'Hauptstraße 5',
      city: 'Berlin',
      region: null,
      postcode: '10827',
      country: 'DE',
    }
    const customer = await inside(() => Customer.register(berlin))
    assert.equal(customer.phone, '+4930901820')
    assert.equal(customer.address, 'Hauptstraße 5, 10827 Berlin')
  })

  test('refuses a phone number that is none', async ({ assert }) => {
    const { inside } = await makeCompany()
    await assert.rejects(
      () => inside(() => Customer.register({ ...MARIA, phone: '12' })),
      /not a phone number/
    )
  })

  test('says which fields changed, and nothing when nothing did', async ({ assert }) => {
    const { inside } = await makeCompany()
    const customer = await inside(() => Customer.register(MARIA))
    await inside(async () =>
      (await Customer.findOrFail(customer.id)).revise({ ...MARIA, city: 'Boulder', street: undefined })
    )
    await inside(async () => (await Customer.findOrFail(customer.id)).revise({ ...MARIA, city: 'Boulder' }))
    const events = await inside(() => eventsOf(customer))
    assert.deepEqual(
      events.map(({ name, data }) => [name, data]),
      [
        ['customer.created', {}],
        ['customer.updated', { fields: ['city'] }],
      ]
    )
  })

  test('is archived once and restored once, however often it is asked', async ({ assert }) => {
    const { inside } = await makeCompany()
    const customer = await inside(() => Customer.register(MARIA))
    for (const verb of ['archive', 'archive', 'restore', 'restore'] as const) {
      await inside(async () => (await Customer.findOrFail(customer.id))[verb]())
    }
    const names = await inside(() => eventNames(customer))
    assert.deepEqual(names, ['customer.created', 'customer.archived', 'customer.restored'])
  })

  test('shows the desk its archive, and people on the road their present customers', async ({ assert }) => {
    const { inside, tenant, admin } = await makeCompany()
    const { user: fieldUser } = await makeMember(tenant, 'field_user')
    await inside(async () => (await Customer.register(MARIA)).archive())
    assert.lengthOf(await inside(() => Customer.visibleTo(admin.user)), 1)
    assert.lengthOf(await inside(() => Customer.visibleTo(fieldUser)), 0)
  })
})

test.group('Customer search', () => {
  test('finds by the beginnings of words, all of them, in any order and without accents', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const find = finder(company)
    await company.inside(async () => {
      await Customer.register(MARIA)
      await Customer.register({ name: 'Mario Lopes', street: '18 Oak Street', city: 'Denver', country: 'US' })
    })
    assert.deepEqual(await find('lop mar'), ['María López-Strauß', 'Mario Lopes'])
    assert.deepEqual(await find('LÓPEZ'), ['María López-Strauß'])
    assert.deepEqual(await find('strauß'), ['María López-Strauß'])
    assert.deepEqual(await find('lopez-strauss elm'), ['María López-Strauß'])
    assert.deepEqual(await find('denver 18 oak'), ['Mario Lopes'])
    assert.deepEqual(await find('maria oak'), [])
  })

  test('finds by the last digits of a phone number, as typed', async ({ assert }) => {
    const company = await makeCompany()
    const find = finder(company)
    await company.inside(() => Customer.register(MARIA))
    for (const typed of [
      '0142',
      '5550142',
      '555-0142',
      '(303) 555-0142',
      '+1 303 555 0142',
      '1 303 555 0142',
    ]) {
      assert.deepEqual(await find(typed), [MARIA.name], typed)
    }
    assert.deepEqual(await find('0143'), [])
  })

  test('finds a national number that starts with a zero', async ({ assert }) => {
    const company = await makeCompany({ country: 'DE' })
    await company.inside(() => Customer.register({ name: 'Uwe', phone: '+49 30 901820', country: 'DE' }))
    assert.deepEqual(await finder(company, 'DE')('030 901820'), ['Uwe'])
  })

  test('finds by the start of an e-mail address, and by house number or postcode', async ({ assert }) => {
    const company = await makeCompany()
    const find = finder(company)
    await company.inside(() => Customer.register(MARIA))
    for (const typed of ['maria.lopez@ex', 'maria.l', '80205', '18'])
      assert.deepEqual(await find(typed), [MARIA.name], typed)
    assert.deepEqual(await find('lopez@example.com'), [])
  })

  test('finds nobody by punctuation, wildcards and quotes, and reads them as nothing more', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const find = finder(company)
    await company.inside(() => Customer.register(MARIA))
    for (const typed of ['%', '_', "'; drop table customers; --", '\\', '💧'])
      assert.deepEqual(await find(typed), [], typed)
    assert.deepEqual(await find('   '), [MARIA.name])
    assert.deepEqual(await find('m '.repeat(50)), [MARIA.name])
  })

  test('finds the newest of many, however rare or old, page by page', async ({ assert }) => {
    const company = await makeCompany()
    const { inside, admin } = company
    const old = await inside(() => Customer.register({ name: 'Zoltan Aardvark', country: 'US' }))
    await inside(() => db.rawQuery(MANY_CUSTOMERS))
    await inside(() => db.rawQuery(MANY_WORDS))
    const search = (text: string, after?: string) =>
      inside(() =>
        new CustomerSearch(text, 'US').newest(() => Customer.visibleTo(admin.user), { limit: 3, after })
      )
    const names = (customers: Customer[]) => customers.map(({ name }) => name)
    assert.deepEqual(names(await search('customer')), ['customer 1200', 'customer 1199', 'customer 1198'])
    assert.deepEqual(names(await search('zol aard')), ['Zoltan Aardvark'])
    assert.deepEqual(names(await search('customer 11')), ['customer 1199', 'customer 1198', 'customer 1197'])
    const [, , third] = await search('customer 1')
    assert.deepEqual(names(await search('customer 1', third.id)), [
      'customer 1197',
      'customer 1196',
      'customer 1195',
    ])
    const tenth = await inside(() => Customer.findByOrFail('name', 'customer 10'))
    assert.deepEqual(names(await search('customer 1', tenth.id)), ['customer 1'])
    assert.deepEqual(names(await search('zol', old.id)), [])
  })

  test('forgets the words that a change took away', async ({ assert }) => {
    const company = await makeCompany()
    const find = finder(company)
    const { id } = await company.inside(() => Customer.register(MARIA))
    await company.inside(async () => (await Customer.findOrFail(id)).revise({ street: '7 Oak Avenue' }))
    assert.deepEqual(await find('elm'), [])
    assert.deepEqual(await find('oak avenue'), [MARIA.name])
  })

  test('takes words of any script', ({ assert }) => {
    assert.deepEqual(wordsOf('Łódź, Ørsted & Søn; Привет 東京 — 12a'), [
      'lodz',
      'orsted',
      'son',
      'привет',
      '東京',
      '12a',
    ])
  })
})

test.group('Likely duplicates', () => {
  test('are customers with the same phone, e-mail, or name and postcode', async ({ assert }) => {
    const { inside } = await makeCompany()
    const names = async (facts: object) =>
      (await inside(() => likelyDuplicatesOf({ name: 'New', country: 'US', ...facts }))).map(
        ({ name }) => name
      )
    await inside(() => Customer.register(MARIA))
    assert.deepEqual(await names({ phone: '303.555.0142' }), [MARIA.name])
    assert.deepEqual(await names({ email: 'maria.lopez@example.com ' }), [MARIA.name])
    assert.deepEqual(await names({ name: 'maria lopez-strauss', postcode: '80 205' }), [MARIA.name])
    assert.deepEqual(await names({ name: 'maria lopez-strauss', postcode: '80206' }), [])
    assert.deepEqual(await names({ phone: '303 555 0143', email: 'other@example.com' }), [])
    const elm = { street: '18 elm st.', postcode: '80205' }
    assert.deepEqual(await names(elm), [MARIA.name])
    assert.deepEqual(await names({ ...elm, unit: 'Apt 2' }), [])
    assert.deepEqual(await names({ ...elm, postcode: '80206' }), [])
    assert.deepEqual(await names({ street: elm.street, city: 'Denver' }), [])
  })

  test('are found behind a crowd of namesakes, by indexes', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      await Customer.register({ name: 'Ann Smith', postcode: '80205', street: '2 Oak Ave', country: 'US' })
      await db.rawQuery(NAMESAKES)
    })
    await db.connection('owner').rawQuery('analyze customers')
    await inside(async () => {
      const facts = { name: 'Ann Smith', country: 'US', phone: '303 555 0142', email: 'a@example.com' }
      const place = { street: '2 Oak Avenue', postcode: '80205' }
      assert.lengthOf(await likelyDuplicatesOf({ ...facts, ...place }), 1)
      const keys = { phone: '1', email: 'a@example.com', ...place, name: 'ann smith', area: '80205' }
      const { rows } = await db.rawQuery<{ rows: { 'QUERY PLAN': string }[] }>(`explain ${ALIKE}`, [
        JSON.stringify([{ at: 0, ...keys }]),
      ])
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      for (const index of ['phone_rev', 'email_norm', 'address_key_id', 'postcode_key_name_norm_id'])
        assert.include(plan, `customers_tenant_id_${index}_idx`, plan)
    })
  })

  test('are named once, and never archived', async ({ assert }) => {
    const { inside } = await makeCompany()
    const customer = await inside(() => Customer.register(MARIA))
    assert.lengthOf(await inside(() => likelyDuplicatesOf(MARIA)), 1)
    await inside(async () => (await Customer.findOrFail(customer.id)).archive())
    assert.lengthOf(await inside(() => likelyDuplicatesOf(MARIA)), 0)
  })
})
