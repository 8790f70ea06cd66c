import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import Customer from '#app/customers/customer'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrCode from '#app/qr_codes/qr_code'
import { urlOf } from '#app/qr_codes/qr_token'
import { makeCompany, makeMember, type Member } from '#tests/factories'
import { makeQrCode } from '#tests/qr_factories'

async function start() {
  const company = await makeCompany()
  const { inside, as, path } = company
  const ray = await makeMember(company.tenant, 'field_user', 'Ray')
  const ann = await as(ray, () =>
    Customer.register({ name: 'Ann Smith', street: '18 Elm St', city: 'Denver', country: 'US' })
  )
  const ben = await inside(() => Customer.register({ name: 'Ben Jones', country: 'US' }))
  const code = await inside(() => makeQrCode())
  return {
    ...company,
    ray,
    ann,
    ben,
    code,
    state: () => inside(() => QrCode.findOrFail(code.id)),
    look: (client: ApiClient, qs: object, who: Member = ray) =>
      client.get(path('/field/bindings/new')).qs(qs).loginAs(who.identity).withInertia(),
    bind: (client: ApiClient, body: object, who: Member = ray) =>
      client
        .post(path('/field/bindings'))
        .json(body)
        .loginAs(who.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0),
  }
}

test.group('The bind screen', () => {
  test('opens by the scanned link, a pasted one and the short code', async ({ client, assert }) => {
    const { code, look } = await start()
    for (const typed of [
      code.token,
      urlOf(code.token, 'http://old.example'),
      code.displayCode,
      code.shortCode.toLowerCase(),
    ]) {
      const page = await look(client, { code: typed })
      page.assertInertiaComponent('field/bindings/create')
      assert.containSubset(page.inertiaProps, {
        code: { id: code.id, shortCode: code.displayCode, phrase: code.phrase, state: 'blank' },
        candidates: [{ name: 'Ann Smith' }],
        problem: null,
      })
    }
  })

  test('offers the customers whom its user added last, and finds any other', async ({ client, assert }) => {
    const { code, look } = await start()
    const names = async (qs: object) =>
      (
        (await look(client, { code: code.displayCode, ...qs })).inertiaProps.candidates as { name: string }[]
      ).map(({ name }) => name)
    assert.deepEqual(await names({}), ['Ann Smith'])
    assert.deepEqual(await names({ search: 'jon' }), ['Ben Jones'])
  })

  test('says when a character is wrong, and when the company has no such code', async ({
    client,
    assert,
  }) => {
    const { code, look } = await start()
    const other = await start()
    const wrong = (code.shortCode[0] === '7' ? '8' : '7') + code.shortCode.slice(1)
    const mistyped = await look(client, { code: wrong })
    mistyped.assertStatus(200)
    assert.match(mistyped.inertiaProps.problem as string, /One of these characters is wrong/)
    const foreign = await look(client, { code: other.code.displayCode })
    foreign.assertStatus(404)
    assert.containSubset(foreign.inertiaProps, {
      code: null,
      problem: 'This company has no such code. Compare the characters with the label.',
    })
  })

  test('of a scanned code of another company is a page that is not there', async ({ client }) => {
    const [mine, other] = [await start(), await start()]
    const page = await mine.look(client, { code: other.code.token })
    page.assertStatus(404)
    page.assertInertiaComponent('errors/show')
  })

  test('is not for agents', async ({ client }) => {
    const { tenant, look } = await start()
    const page = await look(client, {}, await makeMember(tenant, 'agent'))
    page.assertStatus(403)
  })

  test('is where a signed-in colleague gets by scanning a blank code', async ({ client, assert }) => {
    const { ray, code, path } = await start()
    for (const prefix of ['q', 'Q']) {
      const page = await client.get(`/${prefix}/${code.token}`).loginAs(ray.identity).redirects(0)
      page.assertStatus(302)
      assert.match(
        page.header('location')!,
        new RegExp(`^${path('/field/bindings/new')}\\?code=${code.token}$`)
      )
    }
  })
})

test.group('Binding on the road', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('binds, shows the success with an undo, and takes it back', async ({ client, assert }) => {
    const { inside, path, ray, ann, code, bind, state } = await start()
    const bound = await bind(client, { qrCodeId: code.id, customerId: ann.id })
    const assignment = await inside(() => QrAssignment.firstOrFail())
    bound.assertHeader('location', path(`/field/bindings/${assignment.id}`))
    assert.equal((await state()).customerId, ann.id)
    const success = await client
      .get(path(`/field/bindings/${assignment.id}`))
      .loginAs(ray.identity)
      .withInertia()
    assert.containSubset(success.inertiaProps, { customer: { name: 'Ann Smith' }, binding: { isOpen: true } })
    assert.isAbove((success.inertiaProps.binding as { undoSeconds: number }).undoSeconds, 50)
    const undone = await client
      .delete(path(`/field/bindings/${assignment.id}`))
      .loginAs(ray.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    undone.assertHeader('location', `${path('/field/bindings/new')}?code=${code.displayCode}`)
    assert.equal((await state()).state, 'blank')
  })

  test('offers no undo after a minute', async ({ client, assert }) => {
    const { inside, path, ray, ann, code, bind, state } = await start()
    await bind(client, { qrCodeId: code.id, customerId: ann.id })
    const assignment = await inside(() => QrAssignment.firstOrFail())
    clock.travelTo(DateTime.utc().plus({ seconds: 61 }))
    const success = await client
      .get(path(`/field/bindings/${assignment.id}`))
      .loginAs(ray.identity)
      .withInertia()
    assert.containSubset(success.inertiaProps, { binding: { undoSeconds: 0 } })
    const late = await client
      .delete(path(`/field/bindings/${assignment.id}`))
      .loginAs(ray.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    late.assertFlashMessage(
      'error',
      'This can no longer be undone. Bind the code to the right customer instead.'
    )
    assert.equal((await state()).customerId, ann.id)
  })

  test('asks before it takes a code from a customer, and names them', async ({ client, assert }) => {
    const { inside, ann, ben, code, look, bind, state, admin } = await start()
    await inside(async () => (await QrCode.findOrFail(code.id)).assign(ann, { by: admin.user }))
    const page = await look(client, { code: code.displayCode, customer: ben.id })
    assert.containSubset(page.inertiaProps, {
      code: { customer: { id: ann.id, name: 'Ann Smith', address: '18 Elm St, Denver' } },
    })
    const refused = await bind(client, { qrCodeId: code.id, customerId: ben.id })
    refused.assertFlashMessage('error', 'This code is already bound to Ann Smith')
    assert.equal((await state()).customerId, ann.id)
    await bind(client, { qrCodeId: code.id, customerId: ben.id, replacing: ann.id })
    assert.equal((await state()).customerId, ben.id)
  })

  test('lets one of two colleagues at once win and tells the other', async ({ client, assert }) => {
    const { tenant, inside, ann, ben, code, bind, ray } = await start()
    const kim = await makeMember(tenant, 'field_user', 'Kim')
    const answers = await Promise.all([
      bind(client, { qrCodeId: code.id, customerId: ann.id }, ray),
      bind(client, { qrCodeId: code.id, customerId: ben.id }, kim),
    ])
    const told = answers.map((answer) => answer.flashMessages().error).filter(Boolean)
    const [assignment, ...more] = await inside(() => QrAssignment.query().preload('customer'))
    assert.isEmpty(more)
    assert.deepEqual(told, [`This code is already bound to ${assignment.customer.name}`])
  })

  test('does not reach codes and customers of another company', async ({ client }) => {
    const [mine, other] = [await start(), await start()]
    const foreignCode = await mine.bind(client, { qrCodeId: other.code.id, customerId: mine.ann.id })
    foreignCode.assertStatus(404)
    const foreignCustomer = await mine.bind(client, { qrCodeId: mine.code.id, customerId: other.ann.id })
    foreignCustomer.assertStatus(404)
  })
})

test.group('A new customer on the road', () => {
  const NEW = {
    name: 'Cleo',
    phone: '303 555 0111',
    email: null,
    street: null,
    unit: null,
    postcode: null,
    city: null,
    region: null,
    country: 'US',
    notes: null,
  }

  test('is taken in, and with a code in hand goes on to the binding', async ({ client, assert }) => {
    const { inside, path, ray, code } = await start()
    const save = (qs: object, body: object) =>
      client
        .post(path('/field/customers'))
        .qs(qs)
        .json(body)
        .loginAs(ray.identity)
        .withCsrfToken()
        .withInertia()
        .redirects(0)
    const plain = await save({}, NEW)
    const cleo = await inside(() => Customer.findByOrFail('name', 'Cleo'))
    plain.assertHeader('location', path(`/field/customers/${cleo.id}`))
    const known = await save({ code: code.token }, NEW)
    known.assertHeader('location', `${path('/field/customers/new')}?code=${code.token}`)
    known.assertFlashMessage('duplicates', [cleo.id])
    const inHand = await save({ code: code.token }, { ...NEW, isAnother: true })
    const second = await inside(() => Customer.query().orderBy('id', 'desc').firstOrFail())
    inHand.assertHeader('location', `${path('/field/bindings/new')}?code=${code.token}&customer=${second.id}`)
    assert.equal(second.createdBy, ray.user.id)
  })

  test('is searched for first, by name, street or number', async ({ client, assert }) => {
    const { path, ray } = await start()
    for (const search of ['ann', 'elm', 'smi 18']) {
      const page = await client
        .get(path('/field/customers'))
        .qs({ search })
        .loginAs(ray.identity)
        .withInertia()
      page.assertInertiaComponent('field/customers/index')
      assert.containSubset(page.inertiaProps, { customers: [{ name: 'Ann Smith' }] })
    }
  })

  test('shows up on the home screen and with what is bound to it', async ({ client, assert }) => {
    const { inside, path, ray, ann, code } = await start()
    await inside(async () => (await QrCode.findOrFail(code.id)).assign(ann, { by: ray.user }))
    const home = await client.get(path('/field')).loginAs(ray.identity).withInertia()
    assert.containSubset(home.inertiaProps, { recent: [{ name: 'Ann Smith' }] })
    const page = await client
      .get(path(`/field/customers/${ann.id}`))
      .loginAs(ray.identity)
      .withInertia()
    assert.containSubset(page.inertiaProps, {
      customer: { name: 'Ann Smith' },
      codes: [{ shortCode: code.displayCode }],
      may: { bind: true },
    })
  })
})
