import { test } from '@japa/runner'
import CrmConnection, { type NewcomerRule } from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import Customer from '#app/customers/customer'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import { makeMember } from '#tests/factories'

const PAGE = '/settings/customer_system/newcomers'
const ZOE = {
  firstname: 'Zoe',
  lastname: 'Hill',
  email: 'zoe@example.com',
  phone: '+13035550199',
  city: 'Vail',
}

test.group('Somebody who is new in a customer system', (group) => {
  let hubspot: HubSpotServer

  group.each.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  async function begun(rule: NewcomerRule = 'ask', count = 0) {
    const company = await companyOf(hubspot, count)
    const { inside, readAll } = company
    await inside(async () => (await CrmConnection.own())!.ruleNewcomers(rule))
    await readAll()
    return {
      ...company,
      names: async () => (await inside(() => Customer.query().orderBy('name'))).map(({ name }) => name),
      waiting: () => inside(() => CrmNewcomer.undecided().orderBy('id')),
      linkOf: (externalId: string) => inside(() => CrmLink.findBy({ externalId })),
      register: (facts: object) => inside(() => Customer.register({ name: 'Ann', country: 'US', ...facts })),
    }
  }
  const writes = () => hubspot.exchanges.filter(({ method }) => method === 'PATCH').length

  test('waits until somebody takes them in, and is followed from then on', async ({ assert, client }) => {
    const company = await begun()
    const { readAll, waiting, names, path, admin, settle, linkOf, cities } = company
    const record = hubspot.make(ZOE)
    await readAll()
    assert.isEmpty(await names())
    const page = await client.get(path(PAGE)).loginAs(admin.identity).withInertia()
    page.assertInertiaPropsContains({
      rule: 'ask',
      newcomers: [{ name: 'Zoe Hill', email: 'zoe@example.com', phone: '(303) 555-0199', likely: [] }],
      counts: { waiting: 1, leftOut: 0 },
    })
    const [{ id }] = await waiting()
    const answer = await client
      .put(path(`${PAGE}/${id}`))
      .json({ choice: 'take_in' })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    await settle()
    await settle()
    assert.deepEqual(await names(), ['Zoe Hill'])
    assert.isEmpty(await waiting())
    assert.equal((await linkOf(record))!.externalId, record)
    assert.equal(writes(), 0, 'they are there as they are here')
    assert.equal(hubspot.size, 1)
    hubspot.alter(record, { city: 'Aspen' })
    await readAll()
    assert.deepEqual(await cities(), ['Aspen'])
    assert.isEmpty(await waiting())
  })

  test('is a customer at once where the company wants that, but for whoever may be known', async ({
    assert,
  }) => {
    const { readAll, register, settle, names, waiting, inside } = await begun('take_in')
    const ann = await register({ name: 'Ann Lee', phone: '+13035550111' })
    await settle()
    hubspot.make(ZOE)
    hubspot.make({ firstname: 'Annie', phone: '+13035550111', email: 'annie@example.com' })
    await readAll()
    assert.deepEqual(await names(), ['Ann Lee', 'Zoe Hill'])
    const [annie] = await waiting()
    assert.containSubset(annie, { facts: { name: 'Annie' }, likely: [ann.id] })
    await readAll()
    assert.lengthOf(await inside(() => CrmLink.query()), 2)
    assert.equal(hubspot.size, 3)
  })

  test('leaves nothing here where the company wants nothing of them', async ({ assert }) => {
    const { readAll, waiting, names } = await begun('ignore')
    hubspot.make(ZOE)
    await readAll()
    assert.isEmpty(await waiting())
    assert.isEmpty(await names())
  })

  test('may be somebody who is known here, and is that one from then on', async ({ assert, client }) => {
    const { feed, register, waiting, names, path, admin, settle, linkOf } = await begun()
    const record = hubspot.make({ firstname: 'Zoe', phone: ZOE.phone, city: 'Vail' })
    const known = await register({ name: 'Z. Hill', phone: ZOE.phone })
    await feed()
    const page = await client.get(path(PAGE)).loginAs(admin.identity).withInertia()
    page.assertInertiaPropsContains({
      newcomers: [{ name: 'Zoe', likely: [{ id: known.id, name: 'Z. Hill', isLinked: false }] }],
    })
    const [{ id }] = await waiting()
    const answer = await client
      .put(path(`${PAGE}/${id}`))
      .json({ choice: 'customer', customerId: known.id })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    await settle()
    await settle()
    assert.deepEqual(await names(), ['Z. Hill'])
    assert.equal((await linkOf(record))!.customerId, known.id)
    assert.isEmpty(await waiting())
    assert.equal(hubspot.size, 1)
  })

  test('cannot be somebody who is another record there already', async ({ assert, client }) => {
    const { readAll, customers, path, admin, inside, records } = await begun('ask', 1)
    hubspot.make(ZOE)
    await readAll()
    const [{ id }] = await inside(() => CrmNewcomer.query())
    const answer = await client
      .put(path(`${PAGE}/${id}`))
      .json({ choice: 'customer', customerId: customers[0].id })
      .header('accept', 'application/json')
      .loginAs(admin.identity)
      .withCsrfToken()
    answer.assertStatus(409)
    const [link] = await inside(() => CrmLink.query())
    assert.equal(link.externalId, records[0])
    assert.lengthOf(await inside(() => CrmNewcomer.query()), 1)
  })

  test('is taken in with all the others, once, but for whoever may be known by then', async ({
    assert,
    client,
  }) => {
    const { readAll, waiting, names, path, admin, settle } = await begun()
    for (let n = 0; n < 60; n++)
      hubspot.make({ firstname: `Guest ${n}`, email: `guest${n}@example.com`, city: 'Vail' })
    hubspot.make({ firstname: 'Twin', phone: '+13035550122', email: 'one@example.com' })
    hubspot.make({ firstname: 'Twine', phone: '+13035550122', email: 'other@example.com' })
    await readAll()
    assert.lengthOf(await waiting(), 62)
    const all = () => client.post(path(PAGE)).loginAs(admin.identity).withCsrfToken().redirects(0)
    for (const answer of [await all(), await all()]) answer.assertStatus(302)
    assert.isEmpty(await waiting())
    await settle()
    await settle()
    assert.lengthOf(await names(), 61)
    assert.lengthOf(await waiting(), 1)
    assert.equal(hubspot.size, 62)
    assert.equal(writes(), 0)
  })

  test('stays left out, also when they change, until somebody thinks better of it', async ({
    assert,
    client,
  }) => {
    const { readAll, waiting, names, path, admin, inside } = await begun()
    const record = hubspot.make(ZOE)
    await readAll()
    const [{ id }] = await waiting()
    const choose = (choice: string) =>
      client
        .put(path(`${PAGE}/${id}`))
        .json({ choice })
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    ;(await choose('leave_out')).assertStatus(302)
    hubspot.alter(record, { city: 'Aspen' })
    await inside(async () => (await CrmConnection.own())!.ruleNewcomers('take_in'))
    await readAll()
    assert.isEmpty(await waiting())
    assert.isEmpty(await names())
    const page = await client.get(path(PAGE)).qs({ show: 'left_out' }).loginAs(admin.identity).withInertia()
    page.assertInertiaPropsContains({ newcomers: [{ id, name: 'Zoe Hill' }], isLeftOut: true })
    ;(await choose('take_in')).assertStatus(302)
    assert.deepEqual(await names(), ['Zoe Hill'])
  })

  test('is nobody any more when their record has ended there, or is a customer’s', async ({ assert }) => {
    const { readAll, waiting, register, settle } = await begun()
    const [zoe, other] = [hubspot.make(ZOE), hubspot.make({ firstname: 'Other', email: 'o@example.com' })]
    await readAll()
    assert.lengthOf(await waiting(), 2)
    hubspot.merge(other, zoe)
    await readAll()
    assert.deepEqual(
      (await waiting()).map(({ externalId }) => externalId),
      [other]
    )
    await register({ email: 'o@example.com' })
    await settle()
    assert.isEmpty(await waiting())
  })

  test('is not taken for another when we have made them and wait for the answer', async ({ assert }) => {
    const { readAll, waiting, register, settle, names } = await begun('take_in')
    hubspot.knowKeys()
    const bob = await register({ name: 'Bob' })
    hubspot.next({ status: 404 }, { cut: 'after' })
    await assert.rejects(settle)
    assert.equal(hubspot.size, 1)
    await readAll().catch(() => {})
    assert.deepEqual(await names(), ['Bob'])
    const [newcomer] = await waiting()
    if (newcomer) assert.deepEqual(newcomer.likely, [bob.id])
  })

  test('keeps among the notes what cannot stand in its field', async ({ assert }) => {
    const { readAll, waiting } = await begun()
    hubspot.make({ firstname: 'Zoe', email: 'zoe@example.com', city: 'V'.repeat(130) })
    await readAll()
    const [{ facts }] = await waiting()
    assert.isUndefined(facts.city)
    assert.match(facts.notes!, /^City: V{130}$/)
  })

  test('is decided by administrators only', async ({ client }) => {
    const { tenant, path, readAll, waiting } = await begun()
    hubspot.make(ZOE)
    await readAll()
    const [{ id }] = await waiting()
    const { identity } = await makeMember(tenant, 'agent')
    const refused = [
      client.get(path(PAGE)),
      client.post(path(PAGE)),
      client.put(path(`${PAGE}/${id}`)).json({ choice: 'take_in' }),
      client.put(path('/settings/customer_system/newcomer_rule')).json({ rule: 'take_in' }),
    ]
    for (const request of refused)
      (await request.loginAs(identity).withCsrfToken().header('accept', 'application/json')).assertStatus(403)
  })
})
