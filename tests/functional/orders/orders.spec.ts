import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import { makeCompany, makeMember, type Member } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

const window = () => {
  const startsAt = DateTime.utc().plus({ days: 2 }).startOf('hour')
  return { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
}

async function companyWithOrder() {
  const company = await makeCompany()
  const order = await company.inside(async () =>
    Order.fromLead(await receiveLead(), { window: window(), assignee: null, note: null, by: null })
  )
  const visit = await company.inside(() => Visit.findByOrFail('orderId', order.id))
  return { ...company, order, visit }
}

test.group('Converting a lead', () => {
  test('promises a window by the clock of the company', async ({ client, assert }) => {
    const { path, inside, tenant, admin } = await makeCompany({ timeZone: 'Europe/Berlin', country: 'DE' })
    const { user: field } = await makeMember(tenant, 'field_user')
    const lead = await inside(() => receiveLead())
    const post = await client
      .post(path(`/leads/${lead.id}/conversion`))
      .json({ date: '2099-07-06', from: '08:00', to: '10:00', assigneeId: field.id, note: 'Ring twice' })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    post.assertStatus(302)
    post.assertHeader('location', path(`/leads/${lead.id}`))
    await inside(async () => {
      const order = await Order.findByOrFail('leadId', lead.id)
      const visit = await Visit.findByOrFail('orderId', order.id)
      assert.equal(visit.startsAt.toUTC().toISO(), '2099-07-06T06:00:00.000Z')
      assert.deepEqual(
        [visit.assigneeId, visit.note, order.createdBy],
        [field.id, 'Ring twice', admin.user.id]
      )
      assert.equal((await Lead.findOrFail(lead.id)).status, 'converted')
    })
  })

  test('says which value to choose again', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const convert = async (plan: object) => {
      const response = await client
        .post(path(`/leads/${lead.id}/conversion`))
        .json({ date: '2099-07-06', from: '08:00', to: '10:00', assigneeId: null, note: null, ...plan })
        .header('accept', 'application/json')
        .loginAs(admin.identity)
        .withCsrfToken()
      response.assertStatus(422)
      return JSON.stringify(response.body())
    }
    assert.match(await convert({ to: '08:00' }), /later than the start/)
    assert.match(await convert({ date: '2020-07-06' }), /already over/)
    assert.match(await convert({ date: '2099-02-30' }), /from the calendar/)
    assert.match(await convert({ from: '25:00' }), /from/)
    await inside(async () => assert.isEmpty(await Order.all()))
  })

  test('does not send a colleague of another company', async ({ client, assert }) => {
    const { path, inside, admin } = await makeCompany()
    const other = await makeCompany()
    const lead = await inside(() => receiveLead())
    const post = await client
      .post(path(`/leads/${lead.id}/conversion`))
      .json({ date: '2099-07-06', from: '08:00', to: '10:00', assigneeId: other.admin.user.id, note: null })
      .loginAs(admin.identity)
      .withCsrfToken()
    post.assertStatus(404)
    await inside(async () => assert.isEmpty(await Order.all()))
  })

  test('a second time with another window is a conflict', async ({ client }) => {
    const { path, inside, admin } = await makeCompany()
    const lead = await inside(() => receiveLead())
    const convert = (date: string) =>
      client
        .post(path(`/leads/${lead.id}/conversion`))
        .json({ date, from: '08:00', to: '10:00', assigneeId: null, note: null })
        .header('accept', 'application/json')
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    ;(await convert('2099-07-06')).assertStatus(302)
    ;(await convert('2099-07-06')).assertStatus(302)
    const other = await convert('2099-07-07')
    other.assertStatus(409)
    other.assertBodyContains({ code: 'E_LEAD_ALREADY_CONVERTED' })
  })
})

test.group('Orders on the desk', () => {
  test('are listed and shown with their visits', async ({ client, assert }) => {
    const { path, admin, order } = await companyWithOrder()
    const list = await client
      .get(path('/orders'))
      .qs({ status: 'scheduled' })
      .loginAs(admin.identity)
      .withInertia()
    list.assertInertiaComponent('orders/orders/index')
    assert.equal((list.inertiaProps as { orders: { id: string }[] }).orders[0].id, order.id)
    const shown = await client
      .get(path(`/orders/${order.id}`))
      .loginAs(admin.identity)
      .withInertia()
    shown.assertInertiaComponent('orders/orders/show')
    assert.lengthOf((shown.inertiaProps as { order: { visits: object[] } }).order.visits, 1)
  })

  test('a visit is rescheduled and an order cancelled', async ({ client, assert }) => {
    const { path, inside, admin, order, visit } = await companyWithOrder()
    const put = await client
      .put(path(`/orders/${order.id}/visits/${visit.id}`))
      .json({ date: '2099-01-05', from: '14:00', to: '16:00', assigneeId: null, note: null })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    put.assertStatus(302)
    await inside(async () => {
      await visit.refresh()
      assert.equal(visit.startsAt.toUTC().toISO(), '2099-01-05T21:00:00.000Z')
    })
    const post = await client
      .post(path(`/orders/${order.id}/cancellation`))
      .json({ reason: 'Made by mistake' })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    post.assertStatus(302)
    await inside(async () => assert.equal((await Order.findOrFail(order.id)).status, 'cancelled'))
  })

  test('get another visit, by the clock of the company', async ({ client, assert }) => {
    const { path, inside, admin, order, visit } = await companyWithOrder()
    const plan = { date: '2099-01-05', from: '14:00', to: '16:00', assigneeId: null, note: 'Bring the part' }
    const post = (changes: object) =>
      client
        .post(path(`/orders/${order.id}/visits`))
        .json({ ...plan, ...changes })
        .header('accept', 'application/json')
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    const refused = await post({ to: '13:00' })
    refused.assertStatus(422)
    assert.match(JSON.stringify(refused.body()), /later than the start/)
    const planned = await post({})
    planned.assertStatus(302)
    planned.assertHeader('location', path(`/orders/${order.id}`))
    await inside(async () => {
      const [, second] = await Visit.query().where('orderId', order.id).orderBy('startsAt')
      assert.notEqual(second.id, visit.id)
      assert.equal(second.startsAt.toUTC().toISO(), '2099-01-05T21:00:00.000Z')
      assert.equal(second.note, 'Bring the part')
      await order.cancel('The customer called it off')
    })
    ;(await post({ from: '15:00' })).assertStatus(409)
  })

  test('a field user sees those of their visits, and changes none', async ({ client }) => {
    const { path, inside, tenant, order, visit } = await companyWithOrder()
    const field = await makeMember(tenant, 'field_user')
    const show = (member: Member) =>
      client
        .get(path(`/orders/${order.id}`))
        .loginAs(member.identity)
        .withInertia()
    ;(await show(field)).assertStatus(404)
    await inside(() => visit.reschedule({ window: window(), assignee: field.user, note: null }))
    ;(await show(field)).assertStatus(200)
    const post = await client
      .post(path(`/orders/${order.id}/cancellation`))
      .json({ reason: 'No' })
      .loginAs(field.identity)
      .withCsrfToken()
    post.assertStatus(403)
    const another = await client
      .post(path(`/orders/${order.id}/visits`))
      .json({ date: '2099-01-05', from: '14:00', to: '16:00', assigneeId: null, note: null })
      .loginAs(field.identity)
      .withCsrfToken()
    another.assertStatus(403)
  })

  test('are done when the one who was there says so', async ({ client, assert }) => {
    const { path, inside, tenant, order, visit } = await companyWithOrder()
    const field = await makeMember(tenant, 'field_user')
    await inside(() => visit.reschedule({ window: window(), assignee: field.user, note: null }))
    const post = await client
      .post(path(`/orders/${order.id}/completion`))
      .loginAs(field.identity)
      .withCsrfToken()
      .redirects(0)
    post.assertStatus(302)
    await inside(async () => assert.equal((await Order.findOrFail(order.id)).status, 'done'))
  })

  test('one of their visits is finished, taken back and cancelled by itself', async ({ client, assert }) => {
    const { path, inside, tenant, admin, order, visit } = await companyWithOrder()
    const field = await makeMember(tenant, 'field_user')
    await inside(() => visit.reschedule({ window: window(), assignee: field.user, note: null }))
    const address = path(`/orders/${order.id}/visits/${visit.id}`)
    const statuses = () =>
      inside(async () => [
        (await Order.findOrFail(order.id)).status,
        (await Visit.findOrFail(visit.id)).status,
      ])
    const send = (member: Member, method: 'post' | 'delete', end: string, body = {}) =>
      client[method](`${address}/${end}`)
        .json(body)
        .header('accept', 'application/json')
        .loginAs(member.identity)
        .withCsrfToken()
        .redirects(0)
    const why = { reason: 'Not needed any more' }
    ;(await send(field, 'post', 'cancellation', why)).assertStatus(403)
    ;(await send(field, 'post', 'completion')).assertStatus(302)
    assert.deepEqual(await statuses(), ['scheduled', 'done'])
    ;(await send(admin, 'post', 'cancellation', why)).assertStatus(409)
    ;(await send(field, 'delete', 'completion')).assertStatus(302)
    assert.deepEqual(await statuses(), ['scheduled', 'planned'])
    ;(await send(admin, 'post', 'cancellation')).assertStatus(422)
    ;(await send(admin, 'post', 'cancellation', why)).assertStatus(302)
    assert.deepEqual(await statuses(), ['scheduled', 'cancelled'])
    ;(await send(field, 'post', 'completion')).assertStatus(409)
  })

  test('that are closed with several visits are one line of the lead’s history', async ({
    client,
    assert,
  }) => {
    const { path, inside, admin, order } = await companyWithOrder()
    const later = { startsAt: window().startsAt.plus({ days: 1 }), endsAt: window().endsAt.plus({ days: 1 }) }
    await inside(async () =>
      (await Order.findOrFail(order.id)).planVisit({ window: later, assignee: null, note: null })
    )
    const closed = await client
      .post(path(`/orders/${order.id}/cancellation`))
      .json({ reason: 'Sold the house' })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    closed.assertStatus(302)
    const page = await client
      .get(path(`/leads/${order.leadId}`))
      .loginAs(admin.identity)
      .withInertia()
    const { timeline } = page.body().props as { timeline: { kind: string; visits: number; reason: string }[] }
    const endings = timeline.filter(({ kind }) => /cancelled/.test(kind))
    assert.deepEqual(
      endings.map(({ kind, visits, reason }) => [kind, visits, reason]),
      [['order.cancelled', 2, 'Sold the house']]
    )
  })

  test('of another company are not there', async ({ client }) => {
    const mine = await companyWithOrder()
    const other = await companyWithOrder()
    const as = mine.admin.identity
    const plan = { date: '2099-01-05', from: '14:00', to: '16:00', assigneeId: null, note: null }
    ;(await client.get(mine.path(`/orders/${other.order.id}`)).loginAs(as)).assertStatus(404)
    ;(
      await client
        .post(mine.path(`/orders/${other.order.id}/cancellation`))
        .json({ reason: 'No' })
        .loginAs(as)
        .withCsrfToken()
    ).assertStatus(404)
    ;(
      await client
        .put(mine.path(`/orders/${mine.order.id}/visits/${other.visit.id}`))
        .json(plan)
        .loginAs(as)
        .withCsrfToken()
    ).assertStatus(404)
  })
})
