import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AccessToken from '#app/access_tokens/access_token'
import { CustomerMerge } from '#app/customer_merges/customer_merge'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'
import { makeQrCode } from '#tests/qr_factories'
import { tomorrow } from '#tests/functional/stranger/world'

const register = ({ inside }: Company, facts: Partial<CustomerFacts> = {}) =>
  inside(() => Customer.register({ name: 'Ann Smith', country: 'US', ...facts }))

async function start() {
  const company = await makeCompany()
  const ann = await register(company, { phone: '(303) 555-0142', notes: 'Ring twice' })
  const bo = await register(company, {
    name: 'A. Smith',
    phone: '(303) 555-0199',
    street: '18 Elm St',
    city: 'Denver',
  })
  const merge = (client: ApiClient, who: Member = company.admin, [stays, goes] = [ann, bo]) =>
    client
      .post(company.path(`/customers/${stays.id}/merges`))
      .json({ otherId: goes.id })
      .loginAs(who.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
  const show = (client: ApiClient, { id }: Customer) =>
    client
      .get(company.path(`/customers/${id}`))
      .loginAs(company.admin.identity)
      .withInertia()
  return {
    ...company,
    ann,
    bo,
    merge,
    show,
    find: (id: string) => company.inside(() => Customer.findOrFail(id)),
  }
}

test.group('Merging two customers', () => {
  test('says first what moves, then moves it, and fills what was missing', async ({ client, assert }) => {
    const { ann, bo, merge, show, inside, path, admin, find } = await start()
    const [code, lead, order] = await inside(async () => {
      const bound = await makeQrCode()
      await bound.assign(bo, { by: null })
      const request = await receiveLead({ customerId: bo.id, summary: 'Knocking boiler' })
      const work = await Order.fromLead(await Lead.findOrFail(request.id), {
        window: tomorrow(),
        note: null,
        by: null,
        assignee: null,
      })
      return [bound, request, work]
    })
    const before = await client
      .get(path(`/customers/${ann.id}/merges/new`))
      .qs({ other: bo.id })
      .loginAs(admin.identity)
      .withInertia()
    before.assertInertiaPropsContains({ moves: { codes: 1, leads: 1, orders: 1 } })
    ;(await merge(client)).assertHeader('location', path(`/customers/${ann.id}`))
    await inside(async () => {
      for (const record of [
        await QrCode.findOrFail(code.id),
        await Lead.findOrFail(lead.id),
        await Order.findOrFail(order.id),
      ])
        assert.equal(record.customerId, ann.id)
      const merged = (await eventsOf(ann)).find(({ name }) => name === 'customer.merged')
      assert.deepEqual(merged?.data, { customerId: bo.id, codes: 1, leads: 1, orders: 1 })
    })
    const { phone, street, notes } = await find(ann.id)
    assert.deepEqual([phone, street], ['+13035550142', '18 Elm St'])
    assert.equal(notes, 'Ring twice')
    const page = await show(client, bo)
    assert.containSubset(page.inertiaProps, {
      customer: { id: ann.id },
      codes: [{ state: 'assigned' }],
      leads: [{}],
    })
    assert.containSubset(page.inertiaProps.history, [
      { kind: 'customer.merged' },
      { kind: 'qr_code.assigned' },
    ])
  })

  test('leaves one record to lists, searches, duplicates and programs', async ({ client, assert }) => {
    const { ann, bo, merge, inside, admin, path } = await start()
    await merge(client)
    const secret = await inside(() => AccessToken.mint(admin.user, 'Script'))
    const answer = await client.get(`/api/customers/${bo.id}`).bearerToken(secret)
    answer.assertBodyContains({ data: { id: ann.id } })
    const archived = await client
      .get(path('/customers'))
      .qs({ state: 'archived' })
      .loginAs(admin.identity)
      .withInertia()
    archived.assertInertiaPropsContains({ customers: [] })
    const restored = await client
      .delete(path(`/customers/${bo.id}/archival`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    restored.assertStatus(404)
    assert.isNotNull((await inside(() => Customer.findOrFail(bo.id))).mergedInto)
  })

  test('takes along what arrives for the other one meanwhile and afterwards, also through a chain', async ({
    client,
    assert,
  }) => {
    const { ann, bo, merge, inside, admin } = await start()
    const cleo = await inside(() => Customer.register({ name: 'Cleo', country: 'US' }))
    await merge(client)
    const late = await inside(() => receiveLead({ customerId: bo.id }))
    assert.equal((await inside(() => Lead.findOrFail(late.id))).customerId, ann.id)
    await merge(client, admin, [cleo, ann])
    assert.equal((await inside(() => Customer.findOrFail(bo.id))).mergedInto, cleo.id)
    const last = await inside(() => receiveLead({ customerId: bo.id }))
    assert.equal((await inside(() => Lead.findOrFail(last.id))).customerId, cleo.id)
  })

  test('of two at once towards each other, one happens', async ({ client, assert }) => {
    const { ann, bo, merge, inside } = await start()
    const answers = await Promise.all([merge(client), merge(client, undefined, [bo, ann])])
    assert.lengthOf(
      answers.filter((answer) => answer.header('location')?.includes('/customers/')),
      1
    )
    const [one, two] = await inside(() => Customer.query().orderBy('id'))
    assert.lengthOf(
      [one, two].filter(({ mergedInto }) => mergedInto),
      1
    )
    await assert.rejects(() =>
      inside(async () =>
        new CustomerMerge(await Customer.findOrFail(ann.id), await Customer.findOrFail(ann.id)).run()
      )
    )
  })

  test('is for those who may change and archive both', async ({ client, assert }) => {
    const { bo, tenant, merge, find } = await start()
    const ray = await makeMember(tenant, 'field_user')
    ;(await merge(client, ray)).assertStatus(403)
    assert.isNull((await find(bo.id)).mergedInto)
  })
})
