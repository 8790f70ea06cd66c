import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import AccessToken from '#app/access_tokens/access_token'
import type { Scope } from '#app/access_tokens/scopes'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import { OFFERED_NAMES } from '#app/webhooks/offered_events'
import { formErrors } from '#tests/form_errors'
import { timersOf, withEndpoint } from '#tests/functional/webhooks/setting'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { WebhookReceiver } from '#tests/webhook_receiver'

const PUBLIC = 'https://93.184.216.34/latchkey'
const DRAFT = { url: PUBLIC, description: 'Accounting', events: null as string[] | null }

const send = (
  client: ApiClient,
  method: 'post' | 'put' | 'delete',
  { path }: Company,
  { identity }: Member,
  to: string,
  body: object = {}
) =>
  client[method](path(`/settings/webhooks${to}`))
    .loginAs(identity)
    .withCsrfToken()
    .withInertia()
    .header('referer', path('/settings/webhooks'))
    .json(body)
    .redirects(0)

const endpointsOf = ({ inside }: Company) => inside(() => WebhookEndpoint.inOrder())

async function withToken(client: ApiClient, scopes: Scope[] | null = null, company?: Company) {
  const own = company ?? (await makeCompany())
  const token = await own.inside(() => AccessToken.mint(own.admin.user, 'Test', { scopes }))
  return {
    ...own,
    get: (path: string) => client.get(path).bearerToken(token),
    post: (path: string, body: object = {}) => client.post(path).json(body).bearerToken(token),
    put: (path: string, body: object) => client.put(path).json(body).bearerToken(token),
    remove: (path: string) => client.delete(path).bearerToken(token),
  }
}

test.group('The screens of webhooks', (group) => {
  let receiver: WebhookReceiver

  group.setup(async () => {
    receiver = await new WebhookReceiver().open()
    return () => receiver.close()
  })

  test('show the secret of a new endpoint once, and the database never', async ({ client, assert }) => {
    const company = await makeCompany()
    const made = await send(client, 'post', company, company.admin, '', DRAFT)
    const [endpoint] = await endpointsOf(company)
    made.assertHeader('location', company.path(`/settings/webhooks/${endpoint.id}`))
    const secret = await company.inside(async () => endpoint.secrets[0])
    const row = await db.connection('system').from('webhook_endpoints').where('id', endpoint.id).first()
    assert.notInclude(JSON.stringify(row), secret.slice(6))
    const page = await client
      .get(company.path(`/settings/webhooks/${endpoint.id}`))
      .loginAs(company.admin.identity)
      .withInertia()
    page.assertInertiaComponent('webhooks/endpoints/show')
    assert.notInclude(page.text(), secret.slice(6))
    assert.include(page.text(), PUBLIC)
  })

  test('refuse addresses that lead inside, are no https or hold a password, with the remedy', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    for (const url of [
      'http://hooks.example.com/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
      'https://10.1.2.3:8443/',
      'https://169.254.169.254/latest/meta-data/',
      'https://me:secret@hooks.example.com/',
      'ftp://hooks.example.com/',
      'hooks',
    ]) {
      const answer = await send(client, 'post', company, company.admin, '', { ...DRAFT, url })
      assert.match(formErrors(answer).url?.join(), /https:\/\/|public one/, url)
    }
    assert.isEmpty(await endpointsOf(company))
  })

  test('take the events that there are, and at least one of them', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const events of [[], ['lead.exploded'], ['user.signed_in']]) {
      const answer = await send(client, 'post', company, company.admin, '', { ...DRAFT, events })
      assert.isNotEmpty(Object.keys(formErrors(answer)).filter((key) => key.startsWith('events')))
    }
    await send(client, 'post', company, company.admin, '', { ...DRAFT, events: ['lead.created'] })
    assert.deepEqual((await endpointsOf(company))[0].events, ['lead.created'])
  })

  test('are for administrators', async ({ client, assert }) => {
    const company = await makeCompany()
    const supervisor = await makeMember(company.tenant, 'supervisor')
    const answer = await send(client, 'post', company, supervisor, '', DRAFT)
    answer.assertStatus(403)
    assert.isEmpty(await endpointsOf(company))
  })

  test('keep it at 20 endpoints', async ({ client, assert }) => {
    const company = await makeCompany()
    await company.inside(async () => {
      for (let count = 0; count < 20; count++) await WebhookEndpoint.register(DRAFT)
    })
    const answer = await send(client, 'post', company, company.admin, '', DRAFT)
    assert.match(formErrors(answer).url.join(), /20 endpoints/)
    assert.lengthOf(await endpointsOf(company), 20)
  })

  test('change, pause, resume and delete an endpoint, each on record', async ({ client, assert }) => {
    const company = await makeCompany()
    const { id, audit } = await withEndpoint({ url: receiver.url }, company)
    const { admin } = company
    await send(client, 'put', company, admin, `/${id}`, { ...DRAFT, events: ['order.created'] })
    await send(client, 'put', company, admin, `/${id}`, { ...DRAFT, events: ['order.created'] })
    await send(client, 'post', company, admin, `/${id}/pause`)
    await send(client, 'delete', company, admin, `/${id}/pause`)
    await send(client, 'post', company, admin, `/${id}/secret`)
    await send(client, 'delete', company, admin, `/${id}`)
    const told = await audit()
    assert.deepEqual(
      told.map(({ name }) => name.replace('webhook_endpoint.', '')),
      ['created', 'updated', 'paused', 'resumed', 'secret_rotated', 'deleted']
    )
    assert.sameMembers(told[1].data.fields, ['url', 'description', 'events'])
    assert.isTrue(told.every(({ actor_id: actor }) => actor === admin.user.id))
    assert.isEmpty(await endpointsOf(company))
  })

  test('list deliveries by state and event, page by page', async ({ client, assert }) => {
    const company = await makeCompany()
    const { id } = await withEndpoint({ url: receiver.url }, company)
    await company.inside(async () => {
      for (let count = 0; count < 30; count++)
        await WebhookDelivery.owe(id, {
          eventId: randomUUID(),
          event: count % 3 ? 'lead.created' : 'order.created',
          payload: '{}',
        })
    })
    await company.inside(() =>
      WebhookDelivery.query().where('event', 'order.created').update('state', 'failed')
    )
    const page = async (qs: Record<string, string>) => {
      const request = client.get(company.path(`/settings/webhooks/${id}`)).qs(qs)
      const answer = await request.loginAs(company.admin.identity).withInertia()
      return answer.inertiaProps as {
        deliveries: { id: string; event: string; state: string }[]
        meta: { nextCursor: string | null; failed: number }
      }
    }
    const first = await page({})
    assert.lengthOf(first.deliveries, 25)
    assert.equal(first.meta.failed, 10)
    const second = await page({ after: first.meta.nextCursor! })
    assert.lengthOf(second.deliveries, 5)
    assert.isNull(second.meta.nextCursor)
    const failed = await page({ state: 'failed' })
    assert.lengthOf(failed.deliveries, 10)
    assert.isTrue(failed.deliveries.every(({ event }) => event === 'order.created'))
    assert.lengthOf((await page({ event: 'lead.created' })).deliveries, 20)
  })

  test('send all that failed again, also more than go at a time', async ({ client, assert }) => {
    const company = await makeCompany()
    const { id, turnsLeft, release, audit } = await withEndpoint({ url: receiver.url }, company)
    await company.inside(async () => {
      for (let count = 0; count < 501; count++)
        await WebhookDelivery.owe(id, { eventId: randomUUID(), event: 'lead.created', payload: '{}' })
    })
    await company.inside(() => WebhookDelivery.query().update('state', 'failed'))
    await db.connection('system').from('turns').where('tenant_id', company.tenant.id).delete()
    await send(client, 'post', company, company.admin, `/${id}/failed_resends`)
    assert.lengthOf(await turnsLeft(), 500)
    assert.lengthOf(await timersOf(company.tenant.id, 'webhook_release'), 1)
    await release()
    assert.lengthOf(await turnsLeft(), 501)
    assert.equal((await audit()).at(-1).data.count, 501)
  })

  test('hold tests to a pace', async ({ client, assert }) => {
    const company = await makeCompany()
    const { id, log } = await withEndpoint({ url: receiver.url }, company)
    for (let count = 0; count < 21; count++)
      await send(client, 'post', company, company.admin, `/${id}/trial`)
    assert.lengthOf(await log(), 20)
  })
})

test.group('The API of webhooks', () => {
  test('adds an endpoint and answers its secret once, the same again to the same key, sealed at rest', async ({
    client,
    assert,
  }) => {
    const { get, post, inside } = await withToken(client)
    const key = randomUUID()
    const made = await post('/api/webhook_endpoints', DRAFT).header('idempotency-key', key)
    made.assertStatus(201)
    const { id, secret } = made.body().data
    assert.match(secret, /^whsec_/)
    const again = await post('/api/webhook_endpoints', DRAFT).header('idempotency-key', key)
    assert.equal(again.text(), made.text())
    const kept = await inside(() => db.from('idempotency_keys').select('body'))
    assert.lengthOf(kept, 1)
    assert.notInclude(JSON.stringify(kept), secret.slice(6))
    const read = await get(`/api/webhook_endpoints/${id}`)
    assert.notProperty(read.body().data, 'secret')
    assert.include(read.body().data, { url: PUBLIC, state: 'working', events: null })
    const rotated = await post(`/api/webhook_endpoints/${id}/secret`)
    assert.notEqual(rotated.body().data.secret, secret)
    assert.isNotNull(rotated.body().data.formerSecretUntil)
  })

  test('changes, pauses, tries and deletes endpoints, and reads and resends deliveries', async ({
    client,
    assert,
  }) => {
    const { get, post, put, remove, inside } = await withToken(client)
    const { id } = (await post('/api/webhook_endpoints', DRAFT)).body().data
    const at = `/api/webhook_endpoints/${id}`
    const changed = await put(at, { ...DRAFT, events: [OFFERED_NAMES[0]] })
    assert.deepEqual(changed.body().data.events, [OFFERED_NAMES[0]])
    assert.equal((await post(`${at}/pause`)).body().data.state, 'paused')
    assert.equal((await remove(`${at}/pause`)).body().data.state, 'working')
    const tried = await post(`${at}/trial`)
    tried.assertStatus(201)
    const { id: deliveryId } = tried.body().data
    const listed = await get(`${at}/deliveries?event=webhook.test&limit=1`)
    assert.deepEqual(
      listed.body().data.map((one: { id: string }) => one.id),
      [deliveryId]
    )
    const resend = () => post(`/api/webhook_deliveries/${deliveryId}/resend`)
    ;(await resend()).assertStatus(409)
    await inside(() => WebhookDelivery.query().update('state', 'failed'))
    assert.equal((await resend()).body().data.state, 'queued')
    const whole = (await get(`/api/webhook_deliveries/${deliveryId}`)).body().data
    assert.equal(JSON.parse(whole.payload).type, 'webhook.test')
    ;(await post(`${at}/failed_resends`)).assertStatus(204)
    ;(await remove(at)).assertStatus(204)
    ;(await get(`/api/webhook_deliveries/${deliveryId}`)).assertStatus(404)
  })

  test('asks for a token that reaches the settings', async ({ client }) => {
    const company = await withToken(client, ['settings:write'])
    ;(await company.post('/api/webhook_endpoints', DRAFT)).assertStatus(201)
    ;(await company.get('/api/webhook_endpoints')).assertStatus(200)
    for (const scope of ['settings:read', 'leads:write'] as const) {
      const other = await withToken(client, [scope])
      ;(await other.get('/api/webhook_endpoints')).assertStatus(403)
      ;(await other.post('/api/webhook_endpoints', DRAFT)).assertStatus(403)
    }
  })
})
