import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import AccessToken from '#app/access_tokens/access_token'
import Order from '#app/orders/order'
import { makeCompany, makeMember } from '#tests/factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'

const day = (days: number) => DateTime.now().setZone('America/Denver').plus({ days }).toISODate()!
const plan = (days: number, more: object = {}) => ({
  date: day(days),
  from: '08:00',
  to: '10:00',
  assigneeId: null,
  note: null,
  ...more,
})

async function makeClient(client: ApiClient, role?: 'field_user') {
  const company = await makeCompany({ timeZone: 'America/Denver' })
  const { inside, admin, tenant } = company
  const member = role ? await makeMember(tenant, role) : admin
  const { secret, order } = await inside(async () => {
    const startsAt = DateTime.utc().startOf('hour').plus({ days: 2 })
    const window = { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
    return {
      secret: await AccessToken.mint(member.user, 'Planner'),
      order: await Order.fromLead(await receiveLead(), {
        window,
        assignee: member.user,
        note: null,
        by: null,
      }),
    }
  })
  const visits = `/api/orders/${order.id}/visits`
  const send = (method: 'get' | 'post' | 'put', path = '', body: object = {}) => {
    const request = client[method](`${visits}${path}`).bearerToken(secret)
    return method === 'get' ? request : request.json(body)
  }
  const told = async (id: string) => (await inside(() => eventsOf({ id }))).map(({ name }) => name)
  return { ...company, order, send, told }
}

test.group('Visits over the API', () => {
  test('are planned, moved, done, taken back and called off, each calm when it comes twice', async ({
    client,
    assert,
  }) => {
    const { tenant, send, told } = await makeClient(client)
    const rosa = await makeMember(tenant, 'field_user', 'Rosa Delgado')
    const key = randomUUID()
    const planned = await send('post', '', plan(3)).header('Idempotency-Key', key)
    planned.assertStatus(201)
    const { id } = planned.body().data
    const again = await send('post', '', plan(3)).header('Idempotency-Key', key)
    again.assertHeader('idempotency-replayed', 'true')
    assert.equal((await send('post', '', plan(3))).body().data.id, id)

    const moved = { ...plan(4), assigneeId: rosa.user.id, note: 'At the back' }
    for (let time = 0; time < 2; time += 1) {
      const answer = await send('put', `/${id}`, moved)
      answer.assertStatus(200)
      assert.deepInclude(answer.body().data, {
        id,
        status: 'planned',
        note: 'At the back',
        startsAt: DateTime.fromISO(`${day(4)}T08:00`, { zone: 'America/Denver' })
          .toUTC()
          .toISO(),
        assignee: { id: rosa.user.id, name: 'Rosa Delgado' },
      })
    }
    const statuses: string[] = []
    for (const step of ['complete', 'complete', 'reopen', 'reopen', 'cancel', 'cancel']) {
      const answer = await send('post', `/${id}/${step}`, { reason: 'Called off' })
      answer.assertStatus(200)
      statuses.push(answer.body().data.status)
    }
    assert.deepEqual(statuses, ['done', 'done', 'planned', 'planned', 'cancelled', 'cancelled'])
    assert.deepEqual(await told(id), [
      'visit.planned',
      'visit.rescheduled',
      'visit.finished',
      'visit.reopened',
      'visit.cancelled',
    ])

    const list = await send('get')
    assert.deepEqual(
      list.body().data.map(({ status }: { status: string }) => status),
      ['planned', 'cancelled']
    )
  })

  test('say what is wrong with a plan, and refuse what is over', async ({ client, assert }) => {
    const { inside, order, send } = await makeClient(client)
    const wrong = await send('post', '', plan(-1, { to: '07:00' }))
    wrong.assertStatus(422)
    assert.include(
      wrong.body().errors.map(({ pointer }: { pointer: string }) => pointer),
      '#/to'
    )
    ;(await send('post', '', plan(3, { assigneeId: randomUUID() }))).assertStatus(404)
    const [{ id }] = (await send('get')).body().data
    const noReason = await send('post', `/${id}/cancel`)
    assert.equal(noReason.body().errors[0].pointer, '#/reason')
    await send('post', `/${id}/cancel`, { reason: 'Moved away' })
    const over = await send('put', `/${id}`, plan(4))
    over.assertStatus(409)
    assert.equal(over.body().code, 'E_VISIT_CLOSED')
    await inside(async () => (await Order.findOrFail(order.id)).cancel('Moved away'))
    assert.equal((await send('post', '', plan(5))).body().code, 'E_ORDER_CLOSED')
  })

  test('are finished by whoever goes, who may not plan or call off', async ({ client }) => {
    const { send } = await makeClient(client, 'field_user')
    const [{ id }] = (await send('get')).body().data
    ;(await send('post', `/${id}/complete`)).assertStatus(200)
    ;(await send('post', '', plan(3))).assertStatus(403)
    ;(await send('post', `/${id}/cancel`, { reason: 'No' })).assertStatus(403)
  })
})
