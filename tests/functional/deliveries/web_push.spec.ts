import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { privatePushServices } from '#config/web_push'
import { newId } from '#app/platform/ids'
import { newSecret } from '#app/platform/secret'
import AccessToken from '#app/access_tokens/access_token'
import Device from '#app/sign_in/device'
import { vapid } from '#app/platform/sending/vapid'
import Delivery from '#app/deliveries/delivery'
import Message from '#app/messages/message'
import NoticeWorker from '#app/notifications/notice_worker'
import PushSubscription from '#app/deliveries/push_subscription'
import { pushChannel } from '#app/deliveries/push_channel'
import { channelConformance } from '#tests/functional/deliveries/channel_conformance'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { formErrors } from '#tests/form_errors'
import { sendDelivery } from '#tests/deliveries'
import { PushService } from '#tests/push_service'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import type { ApiClient } from '@japa/api-client'

let service: PushService

async function openService() {
  service = await new PushService().open()
  privatePushServices.push(new URL(service.origin).host)
  return async () => {
    privatePushServices.splice(0)
    await service.close()
  }
}

const subscribe = (client: ApiClient, { path }: Company, { identity }: Member, target = service.target()) =>
  client
    .post(path('/notifications/devices'))
    .json(target)
    .header('accept', 'text/html')
    .header(
      'user-agent',
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
    )
    .loginAs(identity)
    .withCsrfToken()
    .redirects(0)
const devices = ({ inside }: Company, { user }: Member) => inside(() => PushSubscription.of(user))
const pushes = ({ inside }: Company) => inside(() => Delivery.query().where('channel', 'push').orderBy('id'))
const trial = (client: ApiClient, { path }: Company, { identity }: Member, id: string) =>
  client
    .post(path(`/notifications/devices/${id}/trial`))
    .loginAs(identity)
    .withCsrfToken()
    .redirects(0)

const makeDevice = async ({ identity }: Member, key: string) => {
  const facts = { browser: 'Chrome', system: 'Android', ip: '127.0.0.1', isRemembered: false }
  return (await Device.recognise(identity, key, facts)).id
}

test.group('Web push', (group) => {
  group.setup(openService)

  channelConformance(pushChannel, () => ({
    async join({ inside }, user) {
      return (await inside(() => PushSubscription.add(user, service.target(), 'Chrome on Android'))).id
    },
    arrived: async () => service.received.map(({ message }) => message.title),
    refuse(how) {
      service.answers = how ? [{ status: how === 'for_now' ? 503 : 403 }] : []
    },
  }))

  test('reaches each device of those concerned, with words that another implementation can read', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    for (let at = 0; at < 2; at++) (await subscribe(client, company, agent)).assertStatus(302)
    assert.deepEqual(
      (await devices(company, agent)).map(({ label }) => label),
      ['Chrome on Android', 'Chrome on Android']
    )
    const lead = await company.inside(async () => {
      const one = await receiveLead()
      await one.assign(agent.user)
      await Message.post({ lead: one, author: 'customer', body: 'Is Tuesday possible? 🛠' })
      return one
    })
    await handOver(company.tenant.id, NoticeWorker)
    await handOver(company.tenant.id, NoticeWorker)
    const owed = (await pushes(company)).filter(({ kind }) => kind === 'message.created')
    assert.lengthOf(owed, 2)
    const before = service.received.length
    for (const { id } of owed) await sendDelivery(company, id)
    const got = service.received.slice(before)
    assert.lengthOf(got, 2)
    for (const { message, headers, claims } of got) {
      assert.deepInclude(message, {
        title: `Dana Whitfield wrote about request #${lead.number}`,
        body: 'Is Tuesday possible? 🛠',
        tag: owed[0].eventId,
      })
      assert.isTrue(message.url.endsWith(`/c/${company.tenant.slug}/leads/${lead.id}`))
      assert.equal(headers.urgency, 'normal')
      assert.equal(headers.ttl, '86400')
      assert.equal(claims.aud, service.origin)
    }
    assert.equal(got[0].headers.topic, got[1].headers.topic)
    assert.isEmpty(service.refused)
    const [{ reachedAt }] = await devices(company, agent)
    assert.isNotNull(reachedAt)
  })

  test('tells nobody without a device, and owes nothing to them', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, NoticeWorker)
    assert.isEmpty(await pushes(company))
  })

  test('forgets a browser that is gone, and waits as long as a busy service asks', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { admin } = company
    for (const status of [404, 410]) {
      await subscribe(client, company, admin)
      const [{ id }] = await devices(company, admin)
      await trial(client, company, admin, id)
      service.answers.push({ status })
      const owed = (await pushes(company)).at(-1)!
      await sendDelivery(company, owed.id)
      const { state, errorCode } = await company.inside(() => Delivery.findOrFail(owed.id))
      assert.deepEqual([state, errorCode], ['failed', 'E_PUSH_GONE'])
      assert.isEmpty(await devices(company, admin))
    }
    await subscribe(client, company, admin)
    const [{ id }] = await devices(company, admin)
    await trial(client, company, admin, id)
    service.answers.push({ status: 429, headers: { 'retry-after': '7200' } })
    const owed = (await pushes(company)).at(-1)!
    await sendDelivery(company, owed.id)
    const { state, nextTryAt } = await company.inside(() => Delivery.findOrFail(owed.id))
    assert.equal(state, 'queued')
    assert.isAbove(nextTryAt!.diffNow('minutes').minutes, 118)
    assert.lengthOf(await devices(company, admin), 1)
  })

  test('of a message that is too long sends a shorter one', async ({ client, assert }) => {
    const company = await makeCompany()
    const { admin } = company
    await subscribe(client, company, admin)
    const [{ id, label }] = await devices(company, admin)
    const owed = await company.inside(() =>
      Delivery.queue({
        ...{ eventId: newId(), channel: 'push', kind: 'push_trial', templateVersion: 1, link: null },
        recipient: { kind: 'user', id: admin.user.id, name: label, address: id },
        ...{ subject: 'Long', bodyHtml: '', bodyText: '🛠'.repeat(9000), url: 'https://latchkey.example/' },
      })
    )
    service.answers.push({ status: 413 })
    const before = service.received.length
    await sendDelivery(company, owed.id)
    const [whole, short] = service.received.slice(before)
    assert.isAbove(whole.message.body!.length, 500)
    assert.isNull(short.message.body)
    assert.isTrue(service.lengths.every((length) => length <= 4096))
    assert.equal((await company.inside(() => Delivery.findOrFail(owed.id))).state, 'sent')
  })

  test('keeps where a browser is reached sealed, and the keys of the installation too', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const target = service.target()
    await subscribe(client, company, company.admin, target)
    const system = db.connection('system')
    const stored = JSON.stringify([
      await system.from('push_subscriptions').where('tenant_id', company.tenant.id),
      await system.from('installation_keys'),
    ])
    for (const secret of [target.endpoint, target.auth, target.p256dh]) assert.notInclude(stored, secret)
    const { publicKey } = await vapid()
    assert.lengthOf(Buffer.from(publicKey, 'base64url'), 65)
    const page = await client
      .get(company.path('/notifications/preferences'))
      .loginAs(company.admin.identity)
      .withInertia()
    const props = JSON.stringify(page.inertiaProps)
    assert.include(props, publicKey)
    for (const secret of [target.endpoint, target.auth]) assert.notInclude(props, secret)
  })

  test('ends with the sign-in on that device, by hand or by forgetting the device', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { admin } = company
    const keys = [newSecret(), newSecret(), newSecret()]
    const ids: string[] = []
    for (const key of keys) ids.push(await makeDevice(admin, key))
    for (const device of ids) await subscribe(client, company, admin).withSession({ device })
    const left = async () => (await devices(company, admin)).map(({ deviceId }) => deviceId)
    assert.deepEqual(await left(), ids)
    await client
      .delete('/session')
      .loginAs(admin.identity)
      .withSession({ device: ids[0] })
      .withCsrfToken()
      .redirects(0)
    assert.deepEqual(await left(), ids.slice(1))
    await (await Device.findOrFail(ids[1])).forget()
    assert.deepEqual(await left(), ids.slice(2))
  })

  test('follows a browser to its new address, told with the old one and the key of the device', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { admin } = company
    const [key, before, after] = [newSecret(), service.target(), service.target()]
    const device = await makeDevice(admin, key)
    await subscribe(client, company, admin, before).withSession({ device })
    const renew = (earlier: string, held: string | null) => {
      const request = client.post('/push_renewals').json({ earlier, ...after })
      return held ? request.withEncryptedCookie('latchkey_device', held) : request
    }
    const [{ id, endpointHash }] = await devices(company, admin)
    for (const [earlier, held] of [
      [before.endpoint, null],
      [before.endpoint, newSecret()],
      [service.target().endpoint, key],
    ] as const) {
      ;(await renew(earlier, held)).assertStatus(204)
      assert.equal((await devices(company, admin))[0].endpointHash, endpointHash)
    }
    ;(await renew(before.endpoint, key)).assertStatus(204)
    await trial(client, company, admin, id)
    const count = service.received.length
    await sendDelivery(company, (await pushes(company)).at(-1)!.id)
    assert.lengthOf(service.received, count + 1)
    const [moved] = await devices(company, admin)
    assert.equal(moved.id, id)
    assert.deepEqual((await company.inside(async () => moved.opened)).endpoint, after.endpoint)
  })

  test('tests a device ten times in ten minutes, and says when it goes on', async ({ client, assert }) => {
    const company = await makeCompany()
    const { admin } = company
    await subscribe(client, company, admin)
    const [{ id }] = await devices(company, admin)
    for (let one = 0; one < 10; one++) await trial(client, company, admin, id)
    const late = await trial(client, company, admin, id).header('accept', 'application/json')
    late.assertStatus(429)
    assert.match(late.header('retry-after')!, /^\d+$/)
    assert.lengthOf(await pushes(company), 10)
  })

  test('is turned on, tried and off again by programs', async ({ client, assert }) => {
    const company = await makeCompany()
    const bearer = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    const made = await client.post('/api/push_devices').bearerToken(bearer).json(service.target())
    made.assertStatus(201)
    const { id } = made.body().data
    const listed = await client.get('/api/push_devices').bearerToken(bearer)
    assert.deepEqual(
      listed.body().data.map((one: { id: string }) => one.id),
      [id]
    )
    ;(await client.post(`/api/push_devices/${id}/trial`).bearerToken(bearer)).assertStatus(204)
    assert.lengthOf(await pushes(company), 1)
    ;(await client.delete(`/api/push_devices/${id}`).bearerToken(bearer)).assertStatus(204)
    assert.isEmpty(await devices(company, company.admin))
    const reading = await company.inside(() =>
      AccessToken.mint(company.admin.user, 'Reader', { scopes: ['notifications:read'] })
    )
    ;(await client.post('/api/push_devices').bearerToken(reading).json(service.target())).assertStatus(403)
  })

  test('of a browser belongs to whoever turned it on last', async ({ client, assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const target = service.target()
    await subscribe(client, company, company.admin, target)
    await subscribe(client, company, agent, target)
    assert.isEmpty(await devices(company, company.admin))
    assert.lengthOf(await devices(company, agent), 1)
    const [{ id }] = await devices(company, agent)
    ;(await trial(client, company, company.admin, id)).assertStatus(404)
  })

  test('calls no address inside the network, neither when it is given nor when it is used', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { admin } = company
    const keys = service.target()
    privatePushServices.splice(0)
    const inside = [
      keys.endpoint,
      'http://push.example/a',
      'https://127.0.0.1/a',
      'https://10.1.2.3/a',
      'https://169.254.169.254/latest',
      'https://[::1]/a',
      'https://localhost/a',
      'https://user:secret@push.example/a',
      'https://push.example:8443/a',
      'file:///etc/passwd',
    ]
    for (const endpoint of inside) {
      const answer = await subscribe(client, company, admin, { ...keys, endpoint })
      assert.property(formErrors(answer), 'endpoint', endpoint)
    }
    assert.isEmpty(await devices(company, admin))
    const before = service.lengths.length
    const stored = await company.inside(() => PushSubscription.add(admin.user, keys, 'Forged'))
    await trial(client, company, admin, stored.id)
    const [owed] = await pushes(company)
    await sendDelivery(company, owed.id)
    privatePushServices.push(new URL(service.origin).host)
    assert.equal(service.lengths.length, before)
    const { state, errorCode } = await company.inside(() => Delivery.findOrFail(owed.id))
    assert.equal(state, 'failed')
    assert.match(errorCode!, /^E_OUTGOING_/)
  })

  test('takes keys that a browser makes, and no others', async ({ client, assert }) => {
    const company = await makeCompany()
    const target = { ...service.target(), p256dh: Buffer.alloc(65, 4).toString('base64url') }
    assert.property(formErrors(await subscribe(client, company, company.admin, target)), 'endpoint')
  })
})
