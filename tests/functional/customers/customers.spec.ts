import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { crm } from '#plugins/crm/manager'
import { CrmRejectedError, CrmUnavailableError } from '#plugins/crm/errors'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import AccessToken from '#app/access_tokens/access_token'
import User from '#app/identity/user'
import { makeRole } from '#tests/access_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { eventNames, receiveLead } from '#tests/lead_factories'
import QrCode from '#app/qr_codes/qr_code'
import { makeQrCode } from '#tests/qr_factories'

const ANN = {
  name: 'Ann Smith',
  phone: '(303) 555-0142',
  email: 'ann@example.com',
  street: '18 Elm St',
  unit: null,
  postcode: '80205',
  city: 'Denver',
  region: 'CO',
  country: 'US',
  notes: null,
}

type Named = { id: string; name: string }
const names = (customers: unknown) => (customers as Named[]).map(({ name }) => name)
const all = ({ inside }: Company) => inside(() => Customer.query().orderBy('id'))
const register = ({ inside }: Company, facts: Partial<CustomerFacts> = {}) =>
  inside(() => Customer.register({ ...ANN, ...facts }))

test.group('The list of customers', () => {
  test('shows the newest first and turns its pages', async ({ client, assert }) => {
    const company = await makeCompany()
    await company.inside(async () => {
      for (let number = 1; number <= 27; number++)
        await Customer.register({ name: `Customer ${number}`, country: 'US' })
    })
    const read = (qs: object) =>
      client.get(company.path('/customers')).qs(qs).loginAs(company.admin.identity).withInertia()
    const first = (await read({})).inertiaProps as {
      customers: Named[]
      meta: { nextCursor: string; count: string }
    }
    assert.lengthOf(first.customers, 25)
    assert.equal(first.customers[0].name, 'Customer 27')
    assert.equal(first.meta.count, '27')
    const second = (await read({ after: first.meta.nextCursor })).inertiaProps as typeof first
    assert.deepEqual(names(second.customers), ['Customer 2', 'Customer 1'])
    assert.isNull(second.meta.nextCursor)
  })

  test('finds customers and counts their codes', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await register(company)
    await register(company, { name: 'Ben', phone: null, email: null })
    await company.inside(async () => (await makeQrCode()).assign(ann, { by: null }))
    const page = await client
      .get(company.path('/customers'))
      .qs({ search: '555-0142' })
      .loginAs(company.admin.identity)
      .withInertia()
    page.assertInertiaComponent('customers/customers/index')
    assert.containSubset(page.inertiaProps, {
      customers: [{ name: 'Ann Smith', phone: '(303) 555-0142', codes: 1 }],
      meta: { count: null },
    })
  })

  test('keeps archived customers apart', async ({ client, assert }) => {
    const company = await makeCompany()
    await register(company)
    const gone = await register(company, { name: 'Gone' })
    await company.inside(async () => (await Customer.findOrFail(gone.id)).archive())
    for (const [state, expected] of [
      [undefined, ['Ann Smith']],
      ['archived', ['Gone']],
    ] as const) {
      const page = await client
        .get(company.path('/customers'))
        .qs({ state })
        .loginAs(company.admin.identity)
        .withInertia()
      assert.deepEqual(names(page.inertiaProps.customers), [...expected])
    }
  })

  test('refuses a page that does not exist with words', async ({ client }) => {
    const company = await makeCompany()
    const page = await client
      .get(company.path('/customers'))
      .qs({ after: 'nonsense' })
      .loginAs(company.admin.identity)
      .withInertia()
    page.assertStatus(422)
  })
})

test.group('A new customer', () => {
  const post = (client: ApiClient, company: Company, member: Member, body: object) =>
    client
      .post(company.path('/customers'))
      .json(body)
      .loginAs(member.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)

  test('is taken in through the customer system and shown', async ({ client, assert }) => {
    const company = await makeCompany()
    const response = await post(client, company, company.admin, ANN)
    const [ann] = await all(company)
    response.assertHeader('location', company.path(`/customers/${ann.id}`))
    assert.containSubset(ann.serialize(), {
      name: 'Ann Smith',
      phone: '+13035550142',
      createdBy: company.admin.user.id,
    })
  })

  test('waits for a look when it may be somebody known', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await register(company)
    const response = await post(client, company, company.admin, { ...ANN, name: 'Annie Smith', email: null })
    response.assertHeader('location', company.path('/customers/new'))
    response.assertFlashMessage('duplicates', [ann.id])
    assert.lengthOf(await all(company), 1)
    const form = await client
      .get(company.path('/customers/new'))
      .withFlashMessages({ duplicates: [ann.id] })
      .loginAs(company.admin.identity)
      .withInertia()
    assert.deepEqual(names(form.inertiaProps.duplicates), ['Ann Smith'])
    const another = await post(client, company, company.admin, {
      ...ANN,
      name: 'Annie Smith',
      isAnother: true,
    })
    another.assertStatus(302)
    assert.lengthOf(await all(company), 2)
  })

  test('that the reader may not see is said to exist, and nothing else is told of it', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const grants = { customers: { read: 'own', create: 'all' } } as const
    const role = await company.inside(() => makeRole('field_user', { grants }))
    const ray = await makeMember(company.tenant, 'field_user')
    await company.inside(async () => (await User.findOrFail(ray.user.id)).change({ roleId: role.id }))
    const ann = await register(company)
    const body = { ...ANN, name: 'Bo Brown', phone: null, email: null }
    const response = await post(client, company, ray, body)
    response.assertFlashMessage('duplicates', [])
    response.assertFlashMessage('isOneHidden', true)
    const form = await client
      .get(company.path('/customers/new'))
      .withFlashMessages({ duplicates: [], isOneHidden: true })
      .loginAs(ray.identity)
      .withInertia()
    form.assertInertiaPropsContains({ duplicates: [], isOneHidden: true })
    assert.notInclude(JSON.stringify(form.inertiaProps), ann.id)
    const secret = await company.inside(async () => AccessToken.mint(ray.user, 'Script'))
    const answer = await client.post('/api/customers').json(body).bearerToken(secret)
    answer.assertStatus(409)
    assert.include(answer.body().detail, 'that you may not see')
    assert.notInclude(answer.text(), ann.id)
    assert.lengthOf(await all(company), 1)
  })

  test('is one, however often its form arrives, also at the same moment', async ({ client, assert }) => {
    const company = await makeCompany()
    const key = randomUUID()
    const send = (submissionKey: string, isAnother = false) =>
      post(client, company, company.admin, { ...ANN, submissionKey, isAnother })
    const answers = await Promise.all([send(key), send(key), send(key, true)])
    answers.push(await send(key, true), await send(key))
    const [ann, ...more] = await all(company)
    assert.isEmpty(more)
    for (const answer of answers) answer.assertHeader('location', company.path(`/customers/${ann.id}`))
    await send(randomUUID(), true)
    assert.lengthOf(await all(company), 2)
    const other = await makeCompany()
    await post(client, other, other.admin, { ...ANN, submissionKey: key })
    assert.lengthOf(await all(other), 1)
  })

  test('is refused with a word at each field that makes no sense', async ({ client, assert }) => {
    const company = await makeCompany()
    const response = await post(client, company, company.admin, {
      ...ANN,
      name: ' ',
      phone: '12',
      email: 'ann',
      country: 'XX',
    })
    const errors = response.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.sameMembers(Object.keys(errors), ['name', 'phone', 'email', 'country'])
    assert.lengthOf(await all(company), 0)
  })

  test('is refused at the field that the customer system refuses, or as a whole when it is away', async ({
    client,
    assert,
    cleanup,
  }) => {
    const company = await makeCompany()
    const fake = crm.fake()
    cleanup(() => crm.restore())
    fake.failNext(new CrmRejectedError('This address bounced before', 'email'))
    const refused = await post(client, company, company.admin, ANN)
    refused.assertFlashMessage('inputErrorsBag', { email: ['This address bounced before'] })
    fake.failNext(new CrmUnavailableError())
    const away = await post(client, company, company.admin, ANN)
    away.assertStatus(503)
    assert.lengthOf(fake.customers, 0)
  })

  test('is for those who may', async ({ client, assert }) => {
    const company = await makeCompany()
    const associate = await makeMember(company.tenant, 'associate')
    const response = await post(client, company, associate, ANN)
    response.assertStatus(403)
    assert.lengthOf(await all(company), 0)
  })
})

test.group('A customer', () => {
  test('is shown with codes and requests', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await register(company)
    await company.inside(async () => {
      await (await makeQrCode()).assign(ann, { by: null })
      await receiveLead({ customerId: ann.id, summary: 'Knocking boiler' })
    })
    const page = await client
      .get(company.path(`/customers/${ann.id}`))
      .loginAs(company.admin.identity)
      .withInertia()
    assert.containSubset(page.inertiaProps, {
      customer: {
        name: 'Ann Smith',
        phone: '(303) 555-0142',
        phoneNumber: '+13035550142',
        address: '18 Elm St, Denver, CO 80205',
      },
      codes: [{ state: 'assigned' }],
      leads: [{ summary: 'Knocking boiler', status: 'new' }],
      may: { update: true, archive: true, bind: true, manageCodes: true },
    })
  })

  test('tells the history of its record and of the codes that it had', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, as, admin } = company
    const ann = await as(admin, () => Customer.register(ANN))
    const ben = await register(company, { name: 'Ben' })
    const code = await inside(() => makeQrCode())
    const onCode = (verb: (one: QrCode) => Promise<unknown>) =>
      as(admin, async () => verb(await QrCode.findOrFail(code.id)))
    await onCode((one) => one.assign(ann, { by: admin.user }))
    await onCode((one) => one.assign(ben, { by: admin.user, replacing: ann.id }))
    await onCode((one) => one.reportLost({ by: admin.user }))
    await as(admin, async () => (await Customer.findOrFail(ann.id)).revise({ city: 'Boulder' }))
    const page = await client
      .get(company.path(`/customers/${ann.id}`))
      .loginAs(admin.identity)
      .withInertia()
    const history = page.inertiaProps.history as {
      kind: string
      code: string | null
      fields: string[]
      actor: { name: string }
    }[]
    assert.deepEqual(
      history.map(({ kind, code: named, fields, actor }) => [kind, named, ...fields, actor.name]),
      [
        ['customer.updated', null, 'city', 'Test admin'],
        ['qr_code.taken', code.displayCode, 'Test admin'],
        ['qr_code.assigned', code.displayCode, 'Test admin'],
        ['customer.created', null, 'Test admin'],
      ]
    )
  })

  test('is changed, and says in its history which fields', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await register(company)
    const response = await client
      .put(company.path(`/customers/${ann.id}`))
      .json({ ...ANN, phone: '303 555 0199', notes: 'Ring twice' })
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    response.assertStatus(303)
    const changed = await company.inside(() => Customer.findOrFail(ann.id))
    assert.containSubset(changed.serialize(), {
      phone: '+13035550199',
      notes: 'Ring twice',
      email: 'ann@example.com',
    })
  })

  test('is changed and put away by the customer system, or not at all', async ({
    client,
    assert,
    cleanup,
  }) => {
    const company = await makeCompany()
    const ann = await register(company)
    const fake = crm.fake()
    cleanup(() => crm.restore())
    const at = company.path(`/customers/${ann.id}`)
    const asked = [
      () => client.put(at).json({ ...ANN, name: 'Anna Smith' }),
      () => client.post(`${at}/archival`),
      () => client.delete(`${at}/archival`),
    ]
    for (const ask of asked) {
      fake.failNext(new CrmUnavailableError())
      const away = await ask().loginAs(company.admin.identity).withCsrfToken().withInertia().redirects(0)
      away.assertStatus(503)
    }
    assert.deepEqual(await company.inside(() => eventNames(ann)), ['customer.created'])
  })

  test('is archived and restored by the desk, not from the road', async ({ client, assert }) => {
    const company = await makeCompany()
    const ray = await makeMember(company.tenant, 'field_user')
    const ann = await register(company)
    const at = company.path(`/customers/${ann.id}/archival`)
    const refused = await client.post(at).loginAs(ray.identity).withCsrfToken().withInertia().redirects(0)
    refused.assertStatus(403)
    await client.post(at).loginAs(company.admin.identity).withCsrfToken().withInertia().redirects(0)
    const unseen = await client
      .get(company.path(`/customers/${ann.id}`))
      .loginAs(ray.identity)
      .withInertia()
    unseen.assertStatus(404)
    await client.delete(at).loginAs(company.admin.identity).withCsrfToken().withInertia().redirects(0)
    assert.deepEqual(await company.inside(() => eventNames(ann)), [
      'customer.created',
      'customer.archived',
      'customer.restored',
    ])
  })

  test('of another company is not there, whatever is asked of it', async ({ client, assert }) => {
    const [mine, other] = [await makeCompany(), await makeCompany()]
    const zoe = await register(other, { name: 'Zoe' })
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/edit'],
      ['PUT', ''],
      ['POST', '/archival'],
      ['DELETE', '/archival'],
      ['GET', '/qr_codes/new'],
      ['POST', '/qr_codes'],
    ]) {
      const request = client.request(mine.path(`/customers/${zoe.id}${path}`), method).redirects(0)
      const response = await request.json(ANN).loginAs(mine.admin.identity).withCsrfToken().withInertia()
      response.assertStatus(404)
    }
    assert.deepEqual(await other.inside(() => eventNames(zoe)), ['customer.created'])
  })
})
