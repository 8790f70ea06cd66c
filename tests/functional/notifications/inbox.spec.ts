import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { newId } from '#app/platform/ids'
import Notification, { BOXES, type Box } from '#app/notifications/notification'
import NotificationReturnTimer from '#app/notifications/notification_return_timer'
import AccessToken from '#app/access_tokens/access_token'
import { countStatements } from '#tests/count_statements'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import type { ApiClient } from '@japa/api-client'

const SUBJECT = { type: 'lead', id: newId() }

async function told(company: Company, { user }: Member, count = 1, subject = SUBJECT) {
  await company.inside(async () => {
    for (let at = 1; at <= count; at++)
      await Notification.tell(user, {
        eventId: newId(),
        kind: 'lead.created',
        title: `Notice ${at}`,
        subject,
      })
  })
  return company.inside(() => Notification.of(user).orderBy('id'))
}

const titles = async (company: Company, { user }: Member, box: Box) =>
  (await company.inside(() => Notification.in(box, user).orderBy('id'))).map(({ title }) => title)
const by = (client: ApiClient, { path }: Company, { identity }: Member) => ({
  post: (to: string, body = {}) =>
    client
      .post(path(to))
      .json(body)
      .header('accept', 'text/html')
      .loginAs(identity)
      .withCsrfToken()
      .redirects(0),
  delete: (to: string, body = {}) =>
    client.delete(path(to)).json(body).loginAs(identity).withCsrfToken().redirects(0),
})
type Plan = { 'Actual Rows': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const rowsIn = (plan: Plan): number =>
  plan['Actual Rows'] +
  (plan['Rows Removed by Filter'] ?? 0) +
  (plan.Plans ?? []).reduce((sum, one) => sum + rowsIn(one), 0)
const timersOf = (notification: Notification) =>
  db
    .connection('owner')
    .from('pgboss.job')
    .whereRaw(`data->'data'->>'notificationId' = ?`, [notification.id])
    .orderBy('start_after')
const fire = async (company: Company, { data }: { data: { data: object } }) =>
  company.inside(() => new NotificationReturnTimer().handle(data.data as never))
const fresh = (company: Company, { id }: Notification) => company.inside(() => Notification.findOrFail(id))

test.group('The inbox', () => {
  test('keeps what is archived out of the way and gives it back as it was', async ({ client, assert }) => {
    const company = await makeCompany()
    const [first, second] = await told(company, company.admin, 3)
    const ask = by(client, company, company.admin)
    await ask.post(`/notifications/${first.id}/reading`)
    await ask.post(`/notifications/${first.id}/archival`)
    await ask.post(`/notifications/${second.id}/archival`)
    assert.deepEqual(await titles(company, company.admin, 'inbox'), ['Notice 3'])
    assert.deepEqual(await titles(company, company.admin, 'archived'), ['Notice 1', 'Notice 2'])
    assert.equal(await company.inside(() => Notification.unreadOf(company.admin.user)), 1)
    for (const { id } of [first, second]) await ask.delete(`/notifications/${id}/archival`)
    assert.deepEqual(await titles(company, company.admin, 'inbox'), ['Notice 1', 'Notice 2', 'Notice 3'])
    assert.deepEqual(await titles(company, company.admin, 'unread'), ['Notice 2', 'Notice 3'])
  })

  test('marks one as unread again, and takes back a mark-all without what was read before', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const [first] = await told(company, company.admin, 3)
    const ask = by(client, company, company.admin)
    await ask.post(`/notifications/${first.id}/reading`)
    const all = await ask.post('/inbox/reading')
    assert.isEmpty(await titles(company, company.admin, 'unread'))
    const readAt = all.flashMessage('readAllAt')
    await ask.delete('/inbox/reading', { readAt })
    assert.deepEqual(await titles(company, company.admin, 'unread'), ['Notice 2', 'Notice 3'])
    await ask.delete(`/notifications/${first.id}/reading`)
    assert.lengthOf(await titles(company, company.admin, 'unread'), 3)
  })

  test('gives the pages of a box through the API, and the way between boxes', async ({ client, assert }) => {
    const company = await makeCompany()
    const lead = await company.inside(() => receiveLead())
    const notices = await told(company, company.admin, 5, { type: 'lead', id: lead.id })
    const bearer = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    const api = (method: 'get' | 'post', to: string, body = {}) =>
      client[method](`/api/notifications${to}`)
        .bearerToken(bearer)
        .json(body as never)
    await api('post', `/${notices[0].id}/archive`)
    const until = DateTime.utc().plus({ hours: 3 }).startOf('second').toISO()
    const snoozed = await api('post', `/${notices[1].id}/snooze`, { until })
    assert.equal(snoozed.body().data.snoozedUntil, until)
    const listed = async (query: string) => {
      const found: string[] = []
      for (let after = ''; ;) {
        const { data, meta } = (await api('get', `?limit=2&${query}${after}`)).body()
        found.push(...data.map(({ title }: { title: string }) => title))
        if (!meta.nextCursor) return found
        after = `&after=${meta.nextCursor}`
      }
    }
    assert.deepEqual(await listed(''), ['Notice 5', 'Notice 4', 'Notice 3'])
    assert.deepEqual(await listed('sort=createdAt'), ['Notice 3', 'Notice 4', 'Notice 5'])
    assert.deepEqual(await listed('box=archived'), ['Notice 1'])
    assert.deepEqual(await listed('box=snoozed'), ['Notice 2'])
    await api('post', `/${notices[0].id}/unarchive`)
    await api('post', `/${notices[1].id}/unsnooze`)
    await api('post', `/${notices[2].id}/read`)
    assert.lengthOf(await listed('box=unread'), 4)
    ;(await api('post', '/read')).assertStatus(204)
    assert.lengthOf(await listed('box=unread'), 0)
    await api('post', `/${notices[2].id}/unread`)
    assert.deepEqual(await listed('unread=true'), ['Notice 3'])
  })

  test('costs the same, page and count alike, with thousands of notifications in it', async ({ assert }) => {
    const company = await makeCompany()
    const { user } = company.admin
    await company.inside(() =>
      db.rawQuery(
        `insert into notifications (id, tenant_id, user_id, event_id, kind, title, subject_type, subject_id, created_at, read_at, archived_at)
         select uuidv7(), ?, ?, gen_random_uuid(), 'lead.created', 'Old', 'lead', gen_random_uuid(), now(), now(),
           case when one % 2 = 0 then now() end from generate_series(1, 4000) one`,
        [company.tenant.id, user.id]
      )
    )
    await told(company, company.admin, 3)
    await db.connection('owner').rawQuery('analyze notifications')
    const lookedAt = (box: Box) =>
      company.inside(async () => {
        const { sql, bindings } = Notification.in(box, user).orderBy('id', 'desc').limit(100).toSQL()
        const { rows } = await db.rawQuery(`explain (format json, analyze) ${sql}`, bindings as never[])
        return rowsIn(rows[0]['QUERY PLAN'][0].Plan)
      })
    for (const box of BOXES) assert.isAtMost(await lookedAt(box), 400, box)
    assert.equal(await company.inside(() => Notification.countIn('archived', user)), 100)
    assert.equal(await company.inside(() => Notification.countIn('unread', user)), 3)
    const statements = await countStatements(() =>
      company.inside(() => Notification.countIn('archived', user))
    )
    assert.isAtMost(statements, 3)
  })
})

test.group('A snoozed notification', () => {
  test('is gone until its time, then back unread, in its place and with its mark, once', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const [, second] = await told(company, company.admin, 3)
    const ask = by(client, company, company.admin)
    await ask.post(`/notifications/${second.id}/reading`)
    await ask.post(`/notifications/${second.id}/snooze`, { preset: 'hour' })
    assert.deepEqual(await titles(company, company.admin, 'inbox'), ['Notice 1', 'Notice 3'])
    assert.deepEqual(await titles(company, company.admin, 'snoozed'), ['Notice 2'])
    const [timer] = await timersOf(second)
    assert.equal(+timer.start_after, (await fresh(company, second)).snoozedUntil!.toMillis())
    await fire(company, timer)
    assert.deepEqual(await titles(company, company.admin, 'unread'), ['Notice 1', 'Notice 2', 'Notice 3'])
    assert.isNotNull((await fresh(company, second)).returnedAt)
    await ask.post(`/notifications/${second.id}/reading`)
    await fire(company, timer)
    assert.isNotNull((await fresh(company, second)).readAt)
  })

  test('that is taken back is as it was before, and its timer does nothing', async ({ client, assert }) => {
    const company = await makeCompany()
    const [one] = await told(company, company.admin)
    const ask = by(client, company, company.admin)
    await ask.post(`/notifications/${one.id}/reading`)
    const before = (await fresh(company, one)).serialize()
    await ask.post(`/notifications/${one.id}/snooze`, { preset: 'tomorrow' })
    await ask.delete(`/notifications/${one.id}/snooze`)
    assert.deepEqual((await fresh(company, one)).serialize(), before)
    await fire(company, (await timersOf(one))[0])
    assert.deepEqual((await fresh(company, one)).serialize(), before)
  })

  test('that is put off again comes back at the second time only; archived, it stays away', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const [one, other] = await told(company, company.admin, 2)
    const ask = by(client, company, company.admin)
    await ask.post(`/notifications/${one.id}/snooze`, { preset: 'hour' })
    await ask.post(`/notifications/${one.id}/snooze`, { preset: 'week' })
    const [early, late] = await timersOf(one)
    await fire(company, early)
    assert.deepEqual(await titles(company, company.admin, 'snoozed'), ['Notice 1'])
    await fire(company, late)
    assert.deepEqual(await titles(company, company.admin, 'snoozed'), [])
    await ask.post(`/notifications/${other.id}/snooze`, { preset: 'hour' })
    await ask.post(`/notifications/${other.id}/archival`)
    await fire(company, (await timersOf(other))[0])
    assert.deepEqual(await titles(company, company.admin, 'archived'), ['Notice 2'])
  })

  test('leaves no timer behind when the request fails', async ({ assert }) => {
    const company = await makeCompany()
    const [one] = await told(company, company.admin)
    await assert.rejects(() =>
      company.inside(async () => {
        await (await Notification.findOrFail(one.id)).snooze(DateTime.utc().plus({ hours: 1 }))
        throw new Error('Something else went wrong')
      })
    )
    assert.isEmpty(await timersOf(one))
    assert.isNull((await fresh(company, one)).snoozedUntil)
  })

  test('is refused a time that is over, does not exist, or is further than a year', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany({ timeZone: 'Europe/Berlin' })
    const [one] = await told(company, company.admin)
    const bearer = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    const refusal = (wish: object) =>
      clock.during(DateTime.fromISO('2027-03-01T12:00Z'), async () => {
        const answer = await client.post(`/api/notifications/${one.id}/snooze`).bearerToken(bearer).json(wish)
        answer.assertStatus(422)
        return answer.body().errors[0]
      })
    assert.include((await refusal({ date: '2020-01-01', time: '09:00' })).detail, 'already over')
    assert.include((await refusal({ until: '2040-01-01T09:00:00Z' })).detail, 'within a year')
    assert.include((await refusal({})).detail, 'Choose a date')
    assert.isNull((await fresh(company, one)).snoozedUntil)
  })

  test('belongs to one person', async ({ client }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const [one] = await told(company, company.admin)
    const ask = by(client, company, agent)
    for (const what of ['archival', 'snooze', 'reading'])
      (await ask.post(`/notifications/${one.id}/${what}`, { preset: 'hour' })).assertStatus(404)
  })
})
