import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { Readable } from 'node:stream'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import AccessToken from '#app/access_tokens/access_token'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncWorker from '#app/crm_connections/crm_sync_worker'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import Delivery from '#app/deliveries/delivery'
import DeliveryResumptionWorker from '#app/deliveries/resumption_worker'
import PushSubscription from '#app/deliveries/push_subscription'
import { whileHere } from '#app/exports/download'
import ClosingWorker from '#app/identity/closing_worker'
import type Identity from '#app/identity/identity'
import LinkToken from '#app/identity/link_token'
import User from '#app/identity/user'
import Schedule from '#app/timers/schedule'
import ScimToken from '#app/single_sign_on/scim_token'
import Tenant from '#app/tenancy/tenant'
import { newId } from '#app/platform/ids'
import { runDueSchedules } from '#app/platform/timers/schedules'
import WebhookResumptionWorker from '#app/webhooks/webhook_resumption_worker'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import { sendDelivery } from '#tests/deliveries'
import { makeCompany, makeMember, PASSWORD, type Company, type Member } from '#tests/factories'
import { makeSticker, openForm, somewhere } from '#tests/functional/requests/setting'
import { withEndpoint } from '#tests/functional/webhooks/setting'
import { handOver, handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { pushTarget } from '#tests/push_service'
import { WebhookReceiver } from '#tests/webhook_receiver'

/** Live streams end in tests/browser/live_access.spec.ts, visits of support in tests/sign_in/impersonations.spec.ts. */

const change = ({ inside }: Pick<Company, 'inside'>, verb: 'deactivate' | 'reactivate') =>
  inside(async () => (await Tenant.current())[verb]('Contract ended'))

/** A session as the database store keeps it. */
async function openSession({ id }: Identity) {
  const session = randomUUID()
  const sessions = () => db.connection('system').from('sessions').where('id', session)
  await db
    .connection('system')
    .table('sessions')
    .insert({ id: session, data: '{}', user_id: id, expires_at: new Date(Date.now() + 60_000) })
  return async () => (await sessions().first()) !== null
}

const signIn = async (client: ApiClient, { identity }: Member) =>
  (await client.post('/api/auth/login').json({ email: identity.email, password: PASSWORD })).body().data

const mail = (recipient: Member | null) => ({
  eventId: newId(),
  channel: 'mail',
  kind: 'message_received',
  templateVersion: 1,
  recipientKind: recipient ? 'user' : 'customer',
  recipientId: recipient?.user.id ?? null,
  recipientName: 'Dana',
  recipient: recipient?.identity.email ?? 'dana@example.com',
  subject: 'Hello',
  bodyHtml: '<p>Hello</p>',
  bodyText: 'Hello',
  state: 'queued' as const,
})

type Doors = Record<string, () => Promise<{ status(): number }>>
const statusesOf = async (doors: Doors) => {
  const found: Record<string, number> = {}
  for (const [name, open] of Object.entries(doors)) found[name] = (await open()).status()
  return found
}

test.group('A person who leaves', () => {
  test('is shut out everywhere at once, and has all of it back', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, path, admin, tenant } = company
    const ray = await makeMember(tenant, 'agent')
    const isSignedIn = await openSession(ray.identity)
    const program = await signIn(client, ray)
    const { token, waiting } = await inside(async () => ({
      token: await AccessToken.mint(ray.user, 'Script'),
      waiting: await Delivery.create(mail(ray)),
    }))
    await inside(() => PushSubscription.add(ray.user, pushTarget(), 'Phone'))
    const doors: Doors = {
      page: () => client.get(path('/leads')).loginAs(ray.identity).redirects(0),
      token: () => client.get('/api/leads').bearerToken(token),
      program: () => client.get('/api/leads').bearerToken(program.accessToken),
      colleague: () => client.get(path('/leads')).loginAs(admin.identity),
    }
    const open = { page: 200, token: 200, program: 200, colleague: 200 }
    assert.deepEqual(await statusesOf(doors), open)

    await inside(async () => (await User.withRights().where('id', ray.user.id).firstOrFail()).deactivate())
    assert.deepEqual(await statusesOf(doors), { page: 404, token: 401, program: 401, colleague: 200 })
    assert.isFalse(await isSignedIn())
    const renewed = await client.post('/api/auth/refresh').json({ refreshToken: program.refreshToken })
    renewed.assertStatus(401)
    // What waited for them is not sent, now or later.
    await sendDelivery(company, waiting.id)
    const declined = await inside(() => Delivery.findOrFail(waiting.id))
    assert.deepEqual([declined.state, declined.errorCode], ['not_sent', 'E_RECIPIENT_GONE'])

    await inside(async () => (await User.findOrFail(ray.user.id)).reactivate())
    // Who was signed in, with a browser or a program, signs in again.
    assert.deepEqual(await statusesOf(doors), { ...open, program: 401 })
    assert.lengthOf(await inside(() => PushSubscription.of(ray.user)), 1)
    ;(await client.get('/api/leads').bearerToken((await signIn(client, ray)).accessToken)).assertStatus(200)
  })
})

test.group('A company that closes', () => {
  test('shuts every door at once, shows its phone to customers, and opens as it was', async ({
    client,
    assert,
  }) => {
    const company = await makeSticker()
    const { inside, admin, tenant, customer, code, flow, path: scan } = company
    const { link, token, directory } = await inside(async () => {
      await flow.arrange({
        path: 'help',
        sites: ['example.com'],
        redirectUrl: null,
        leadStatus: 'new',
        assigneeId: null,
        teamId: null,
      })
      const request = await receiveLead({ customerId: customer.id, qrCodeId: code.id })
      return {
        link: `/s/${await LinkToken.mint({ kind: 'lead_status', subjectId: request.id })}`,
        token: await AccessToken.mint(admin.user, 'Script'),
        directory: await ScimToken.mint('Directory'),
      }
    })
    const isSignedIn = await openSession(admin.identity)
    const elsewhere = await makeCompany()
    const both = await makeMember(tenant, 'agent')
    await elsewhere.inside(() => User.join(both.identity, { name: 'Both', role: 'agent' }))
    const isSignedInElsewhere = await openSession(both.identity)
    const program = await signIn(client, admin)
    const help = `/f/${tenant.slug}/help`
    const { stamp } = await openForm(client, scan)
    const doors: Doors = {
      page: () => client.get(`/c/${tenant.slug}/leads`).loginAs(admin.identity).redirects(0),
      token: () => client.get('/api/leads').bearerToken(token),
      program: () => client.get('/api/leads').bearerToken(program.accessToken),
      directory: () => client.get('/scim/v2/Users').bearerToken(directory),
      code: () => client.get(scan),
      sticker: () => client.get(`${scan}/report`),
      link: () => client.get(help),
      embedded: () => client.get(`${help}/embedded`),
      conversation: () => client.get(link),
    }
    const open = Object.fromEntries(Object.keys(doors).map((name) => [name, 200]))
    assert.deepEqual(await statusesOf(doors), open)

    await change(company, 'deactivate')
    assert.deepEqual(await statusesOf(doors), {
      page: 403,
      token: 403,
      program: 403,
      directory: 403,
      code: 410,
      sticker: 410,
      link: 410,
      embedded: 410,
      conversation: 410,
    })
    // A form that was open before goes nowhere, and says whom to call.
    const late = await client.post(scan).header('x-forwarded-for', somewhere()).form({ stamp })
    late.assertStatus(410)
    for (const name of ['code', 'sticker', 'link', 'embedded', 'conversation'])
      assert.include(
        ((await doors[name]()) as unknown as { text(): string }).text(),
        'tel:+13035550100',
        name
      )
    await handOver(tenant.id, ClosingWorker)
    assert.isFalse(await isSignedIn())
    assert.isTrue(await isSignedInElsewhere())

    await change(company, 'reactivate')
    assert.deepEqual(await statusesOf(doors), { ...open, program: 401 })
    ;(await client.get('/api/leads').bearerToken((await signIn(client, admin)).accessToken)).assertStatus(200)
  })

  test('that is open again before anybody was signed out signs nobody out', async ({ assert }) => {
    const company = await makeCompany()
    const isSignedIn = await openSession(company.admin.identity)
    await change(company, 'deactivate')
    await change(company, 'reactivate')
    await handOver(company.tenant.id, ClosingWorker)
    assert.isTrue(await isSignedIn())
  })

  test('sends nothing but the word of its end; mails, push messages and webhooks leave when it opens', async ({
    assert,
  }) => {
    const receiver = await new WebhookReceiver().open()
    const company = await withEndpoint({ url: receiver.url, events: ['lead.created'] })
    const { inside, admin } = company
    const [toCustomer, toMember, farewell] = await inside(() =>
      Delivery.createMany([mail(null), mail(admin), { ...mail(admin), kind: 'company_deactivated' }])
    )
    await company.happen()
    await company.owe()
    await change(company, 'deactivate')
    const attempts = async () => {
      const all = await inside(() => Delivery.query().orderBy('id'))
      const own = new Map(all.map((one) => [one.id, one.attempts]))
      return [toCustomer, toMember, farewell].map(({ id }) => own.get(id))
    }
    const sendAll = async (some: Delivery[]) => {
      for (const { id } of some) await sendDelivery(company, id)
      await company.send()
    }
    await sendAll([toCustomer, toMember, farewell])
    assert.deepEqual(await attempts(), [0, 0, 1])
    assert.isEmpty(receiver.received)

    await change(company, 'reactivate')
    await handOver(company.tenant.id, DeliveryResumptionWorker, WebhookResumptionWorker)
    await sendAll([toCustomer, toMember])
    assert.deepEqual(await attempts(), [1, 1, 1])
    assert.lengthOf(receiver.received, 1)
    await receiver.close()
  })

  test('has nothing run that recurs, and runs it once when it opens', async ({ assert }) => {
    const { hubspot, stop } = await startHubSpot()
    const company = await companyOf(hubspot)
    const { inside, tenant } = company
    const due = DateTime.utc().minus({ hours: 7 })
    const nextAt = async () =>
      (await inside(() => Schedule.query().where('timer', 'crm_feed').firstOrFail())).nextAt
    await inside(() => Schedule.query().where('timer', 'crm_feed').update({ nextAt: due.toISO() }))
    await change(company, 'deactivate')
    await runDueSchedules()
    assert.equal((await nextAt()).toMillis(), due.toMillis())
    await change(company, 'reactivate')
    await runDueSchedules()
    assert.isAbove((await nextAt()).toMillis(), Date.now())
    const jobs = await db
      .connection('owner')
      .from('pgboss.job')
      .whereRaw(`data->>'timer' = 'crm_feed' and data->'data'->>'tenantId' = ?`, [tenant.id])
    assert.lengthOf(jobs, 1)
    await stop()
  })

  test('neither writes to its customer system nor reads it, and catches up when it opens', async ({
    assert,
  }) => {
    const { hubspot, stop } = await startHubSpot()
    const company = await companyOf(hubspot, 3)
    const { inside, connection, admin, customers, tenant } = company
    const sync = await inside(() => CrmSync.start(connection, 'write', admin.user))
    await inside(async () => (await Customer.findOrFail(customers[0].id)).revise({ city: 'Boulder' }))
    const since = newId()
    await change(company, 'deactivate')
    const before = hubspot.exchanges.length
    await handOver(tenant.id, CrmWorker, CrmSyncWorker)
    await new CrmFeedTimer().handle({ tenantId: tenant.id, connectionId: connection.id })
    assert.lengthOf(hubspot.exchanges, before)

    await change(company, 'reactivate')
    for (let round = 0; round < 6; round++) await handOverAfter(since, tenant.id, CrmWorker, CrmSyncWorker)
    assert.isAbove(hubspot.exchanges.length, before)
    assert.equal((await inside(() => CrmSync.findOrFail(sync.id))).state, 'done')
    await stop()
  })
})

test.group('A file that is on its way', () => {
  for (const [what, end] of Object.entries({
    'whoever fetches it': ({ inside, admin }: Company) =>
      inside(() => User.query().where('id', admin.user.id).update({ deactivatedAt: DateTime.utc().toISO() })),
    'their company': (company: Company) => change(company, 'deactivate'),
  }))
    test(`ends in the middle when ${what} is deactivated`, async ({ assert }) => {
      const company = await makeCompany()
      const file = whileHere(company.admin.user, Readable.from(['one', 'two', 'three']))
      assert.equal((await file.next()).value, 'one')
      await end(company)
      await assert.rejects(() => file.next(), /ended while the file was on its way/)
    })
})
