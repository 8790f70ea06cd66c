import { test } from '@japa/runner'
import Customer from '#app/customers/customer'
import LeadList from '#app/leads/lead_list'
import Notification from '#app/notifications/notification'
import { stillSeen } from '#app/notifications/still_seen'
import NotificationWorker from '#app/notifications/notification_worker'
import Order from '#app/orders/order'
import OrderList from '#app/orders/order_list'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrCode from '#app/qr_codes/qr_code'
import QrCodeList from '#app/qr_codes/qr_code_list'
import QrBatch from '#app/qr_codes/qr_batch'
import { makeMemberWith, withRights } from '#tests/access_factories'
import { countStatements } from '#tests/count_statements'
import { makeCompany, makeMember } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { makeQrCode, makeQrCodes } from '#tests/qr_factories'
import { tomorrow } from '#tests/functional/stranger/world'

const DENVER = { country: 'US', timeZone: 'America/Denver' }

const OWN_CUSTOMERS = { customers: { read: 'own', create: 'all', edit: 'own' }, qr_codes: { assign: 'all' } }

const register = (name: string) => Customer.register({ name, country: 'US', city: 'Denver' })

async function makeOrder(customer?: Customer) {
  const { id } = customer ?? (await register('Cleo'))
  const lead = await receiveLead({ customerId: id })
  return Order.fromLead(lead, { window: tomorrow(), assignee: null, note: null, by: null })
}

test.group('Lists that name related records', () => {
  test('show of each order what its reader may see of lead and customer', async ({ assert }) => {
    const company = await makeCompany()
    const grants = {
      orders: { read: 'all' },
      leads: { read: 'own' },
      customers: { read: 'own', create: 'all' },
    } as const
    const member = await makeMemberWith(company, 'agent', { grants })
    const known = await company.as(member, () => register('Known Name'))
    await company.inside(() => makeOrder())
    await company.inside(() => makeOrder(known))
    const theirs = await company.inside(async () => {
      const lead = await receiveLead({ contact: { name: 'Mine', address: '1 My St' } })
      await lead.assign(member.user)
      return Order.fromLead(lead, { window: tomorrow(), assignee: null, note: null, by: null })
    })
    const { rows } = await company.inside(async () => new OrderList(await withRights(member.user), {}).page())
    assert.deepEqual(
      rows.map(({ id, customer_name: customer, contact_name: contact, address }) => [
        id === theirs.id,
        customer,
        contact,
        address,
      ]),
      [
        [true, null, 'Mine', '1 My St'],
        [false, 'Known Name', null, null],
        [false, null, null, null],
      ]
    )
  })

  test('ask the database as often for many rows as for one', async ({ assert }) => {
    const company = await makeCompany()
    const { inside, admin } = company
    const batch = await inside(async () => {
      const codes = await makeQrCodes(8)
      for (const code of codes) await code.assign(await register('Cleo'), { by: null })
      return QrBatch.findOrFail(codes[0].qrBatchId)
    })
    const count = (limit: number) =>
      inside(async () => {
        const user = await withRights(admin.user)
        const code = await QrCode.query().where('qrBatchId', batch.id).firstOrFail()
        return [
          await countStatements(() => new OrderList(user, { limit }).page()),
          await countStatements(() => new LeadList(user, DENVER, { limit }).page()),
          await countStatements(() => new QrCodeList(batch, {}, user).page()),
          await countStatements(() => QrAssignment.historyOf(code.id, user)),
          await countStatements(async () => stillSeen(await Notification.of(user).limit(limit), user)),
        ]
      })
    await inside(async () => {
      for (let made = 0; made < 8; made++) await makeOrder()
    })
    await handOver(company.tenant.id, NotificationWorker)
    const [one, many] = [await count(1), await count(8)]
    assert.deepEqual(many, one)
    assert.isAbove(one[0], 0)
  })

  test('find no lead by the name of a customer who is not shown', async ({ assert }) => {
    const company = await makeCompany()
    const grants = { leads: { read: 'all' }, customers: { read: 'own', create: 'all' } } as const
    const member = await makeMemberWith(company, 'agent', { grants })
    await company.inside(async () => receiveLead({ customerId: (await register('Hidden Name')).id }))
    const own = await company.as(member, async () =>
      receiveLead({ customerId: (await register('Known Name')).id })
    )
    const find = (search: string, who = member) =>
      company.inside(async () => {
        const { rows } = await new LeadList(await withRights(who.user), DENVER, { search }).page()
        return rows.map(({ id }) => id)
      })
    assert.deepEqual(await find('Known'), [own.id])
    assert.deepEqual(await find('Name'), [own.id])
    assert.deepEqual(await find('Hidden'), [])
    assert.lengthOf(await find('Hidden', { ...member, user: company.admin.user }), 1)
  })
})

test.group('A code of a customer who is not shown', () => {
  test('is neither named to nor taken by who holds the label', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, path, as } = company
    const member = await makeMemberWith(company, 'field_user', { grants: OWN_CUSTOMERS as never })
    const [code, hidden] = await inside(async () => {
      const customer = await register('Hidden Name')
      const one = await makeQrCode()
      await one.assign(customer, { by: null })
      return [one, customer]
    })
    const own = await as(member, () => register('Known Name'))
    const page = await client
      .get(path('/field/bindings/new'))
      .qs({ code: code.token, customer: own.id })
      .loginAs(member.identity)
      .withInertia()
    page.assertStatus(200)
    assert.notInclude(JSON.stringify(page.body()), 'Hidden')
    assert.notInclude(JSON.stringify(page.body()), hidden.id)
    for (const replacing of [null, hidden.id]) {
      const post = await client
        .post(path('/field/bindings'))
        .json({ qrCodeId: code.id, customerId: own.id, replacing })
        .header('accept', 'application/json')
        .loginAs(member.identity)
        .withCsrfToken()
      post.assertStatus(409)
      assert.notInclude(JSON.stringify(post.body()), 'Hidden')
      assert.match(JSON.stringify(post.body()), /whom you do not see/)
    }
    await inside(async () => assert.equal((await QrCode.findOrFail(code.id)).customerId, hidden.id))
  })

  test('is still taken by a colleague who sees them and says from whom', async ({ assert }) => {
    const company = await makeCompany()
    const { user } = await makeMember(company.tenant, 'field_user')
    await company.inside(async () => {
      const [from, to] = [await register('From'), await register('To')]
      const code = await makeQrCode()
      await code.assign(from, { by: null })
      await assert.rejects(() => code.assign(to, { by: user }), /already bound to From/)
      await code.assign(to, { by: user, replacing: from.id })
      assert.equal((await QrCode.findOrFail(code.id)).customerId, to.id)
    })
  })
})

test.group('A notification', () => {
  test('says nothing of its record any more once the reader may not see that', async ({ client, assert }) => {
    const company = await makeCompany()
    const member = await makeMember(company.tenant, 'agent')
    const lead = await company.inside(() => receiveLead({ summary: 'Told summary' }))
    await handOver(company.tenant.id, NotificationWorker)
    const inbox = async () => {
      const page = await client.get(company.path('/notifications')).loginAs(member.identity).withInertia()
      return (page.inertiaProps as { notifications: { title: string; body: string | null }[] }).notifications
    }
    assert.include((await inbox())[0].title, lead.contactName)
    await company.inside(async () => (await withRights(member.user)).change({ role: 'field_user' }))
    assert.deepEqual(
      (await inbox()).map(({ title, body }) => [title, body]),
      [['About something that you no longer see', null]]
    )
  })
})
