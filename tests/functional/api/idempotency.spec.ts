import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import Lead from '#app/leads/lead'
import AccessToken from '#app/access_tokens/access_token'
import IdempotencyKey from '#app/api/idempotency_key'
import HousekeepingTimer from '#app/platform/timers/housekeeping_timer'
import { receiveLead } from '#tests/lead_factories'
import { together } from '#tests/together'
import { makeCompany } from '#tests/factories'

const LEAD = { contactName: 'Ann', contactPhone: '303 555 0133', summary: 'No hot water' }

async function makeClient(client: ApiClient) {
  const company = await makeCompany()
  const secret = await company.inside(() => AccessToken.mint(company.admin.user, 'Test'))
  const post = (path: string, body: object, key?: string) => {
    const request = client.post(path).json(body).bearerToken(secret)
    return key === undefined ? request : request.header('Idempotency-Key', key)
  }
  const count = () =>
    company.inside(async () => Number((await db.from('leads').count('* as count').first()).count))
  return { ...company, secret, post, count }
}

test.group('A write with an Idempotency-Key', () => {
  test('is done once, and answers the same again to the letter', async ({ client, assert }) => {
    const { post, count, inside } = await makeClient(client)
    const key = randomUUID()
    const first = await post('/api/leads', LEAD, key)
    first.assertStatus(201)
    assert.isUndefined(first.header('idempotency-replayed'))
    const second = await post('/api/leads', LEAD, key)
    second.assertStatus(201)
    second.assertHeader('idempotency-replayed', 'true')
    assert.equal(second.text(), first.text())
    for (const name of ['etag', 'location', 'content-type'])
      assert.equal(second.header(name), first.header(name), name)
    assert.equal(await count(), 1)
    const events = await inside(() => db.from('events').where('name', 'lead.created'))
    assert.lengthOf(events, 1)
    const reordered = {
      summary: LEAD.summary,
      contactPhone: LEAD.contactPhone,
      contactName: LEAD.contactName,
    }
    ;(await post('/api/leads', reordered, key)).assertHeader('idempotency-replayed', 'true')
  })

  test('refuses the key for another request, whether its body or its address differs', async ({
    client,
    assert,
  }) => {
    const { post, count } = await makeClient(client)
    const key = randomUUID()
    const { id } = (await post('/api/leads', LEAD, key)).body().data
    for (const another of [
      post('/api/leads', { ...LEAD, summary: 'Another' }, key),
      post(`/api/leads/${id}/start`, {}, key),
    ]) {
      const answer = await another
      answer.assertStatus(422)
      answer.assertBodyContains({ code: 'E_IDEMPOTENCY_KEY_REUSED' })
    }
    assert.equal(await count(), 1)
  })

  test('is done once when it is sent many times at the same moment', async ({ client, assert }) => {
    const { post, count, tenant } = await makeClient(client)
    await post('/api/leads', LEAD)
    const key = randomUUID()
    const series = {
      sql: 'select 1 from number_series where tenant_id = ? for update',
      bindings: [tenant.id],
    }
    const requests = [1, 2, 3, 4, 5, 6].map(() => post('/api/leads', LEAD, key))
    const answers = await together(series, requests)
    const statuses = new Set(answers.map((answer) => answer.status()))
    assert.includeMembers([201, 409], [...statuses])
    for (const waiting of answers.filter((answer) => answer.status() === 409)) {
      waiting.assertBodyContains({ code: 'E_REQUEST_IN_PROGRESS' })
      waiting.assertHeader('retry-after', '1')
    }
    assert.equal(await count(), 2)
  })

  test('keeps its answer in the unit of its effect: without the one there is not the other', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { post, count } = await makeClient(client)
    const key = randomUUID()
    const { remember } = IdempotencyKey
    cleanup(() => void (IdempotencyKey.remember = remember))
    IdempotencyKey.remember = async () => {
      await db.rawQuery('select 1 / 0')
    }
    ;(await post('/api/leads', LEAD, key)).assertStatus(500)
    assert.equal(await count(), 0)
    IdempotencyKey.remember = remember
    ;(await post('/api/leads', LEAD, key)).assertStatus(201)
    assert.equal(await count(), 1)
  })

  test('gets a refusal again that the same request would get, and nothing that may pass', async ({
    client,
    assert,
  }) => {
    const { post, inside } = await makeClient(client)
    const { id } = await inside(async () => {
      const lead = await receiveLead()
      await lead.cancel()
      return lead
    })
    const key = randomUUID()
    ;(await post(`/api/leads/${id}/start`, {}, key)).assertStatus(409)
    const again = await post(`/api/leads/${id}/start`, {}, key)
    again.assertStatus(409)
    again.assertHeader('idempotency-replayed', 'true')
    again.assertBodyContains({ code: 'E_LEAD_CLOSED' })
    assert.match(again.header('content-type')!, /^application\/problem\+json/)
    const wrong = randomUUID()
    ;(await post('/api/leads', { ...LEAD, summary: '' }, wrong)).assertStatus(422)
    ;(await post('/api/leads', LEAD, wrong)).assertBodyContains({ code: 'E_IDEMPOTENCY_KEY_REUSED' })
    const { role } = await inside(async () => (await db.from('users').first()) as { role: string })
    assert.equal(role, 'admin')
  })

  test('is somebody’s own: the same key of another person is another key', async ({ client, assert }) => {
    const one = await makeClient(client)
    const other = await makeClient(client)
    const key = randomUUID()
    ;(await one.post('/api/leads', LEAD, key)).assertStatus(201)
    const answer = await other.post('/api/leads', LEAD, key)
    answer.assertStatus(201)
    assert.isUndefined(answer.header('idempotency-replayed'))
  })

  test('must carry a key that can be one', async ({ client }) => {
    const { post } = await makeClient(client)
    for (const key of ['x'.repeat(256), 'a b', 'é'])
      (await post('/api/leads', LEAD, key)).assertBodyContains({ code: 'E_IDEMPOTENCY_KEY' })
  })

  test('is forgotten after a day, and not before', async ({ client, assert }) => {
    const { post, inside } = await makeClient(client)
    const [old, young] = [randomUUID(), randomUUID()]
    await post('/api/leads', LEAD, old)
    await post('/api/leads', { ...LEAD, summary: 'Another' }, young)
    const { id } = await inside(() => IdempotencyKey.query().orderBy('id').firstOrFail())
    await db
      .connection('system')
      .from('idempotency_keys')
      .where('id', id)
      .update({ created_at: DateTime.utc().minus({ hours: 25 }).toISO() })
    await new HousekeepingTimer().handle()
    const left = await inside(() => IdempotencyKey.all())
    assert.lengthOf(left, 1)
    assert.notEqual(left[0].id, id)
    assert.equal((await inside(() => Lead.all())).length, 2)
  })
})
