import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Delivery from '#app/deliveries/delivery'
import NotificationWorker from '#app/notifications/notification_worker'
import MailWorker from '#app/notifications/mail_worker'
import NoticeWorker from '#app/notifications/notice_worker'
import Lead from '#app/leads/lead'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookWorker from '#app/webhooks/webhook_worker'
import { makeMember } from '#tests/factories'
import { giveUp } from '#tests/dead_letters'
import { formErrors } from '#tests/form_errors'
import { makeWorld, type World } from '#tests/functional/stranger/world'
import { handOver } from '#tests/hand_over'

type Letter = { id: string; queue: string; reason: string; event: { id: string; data: string } }
type Page = {
  letters: Letter[]
  events: string[]
  waiting: { id: string; name: string }[]
  deliveries: { id: string }[]
  counts: Record<'found' | 'givenUp' | 'waiting' | 'undecided', number>
}

const audited = (world: World, name: string) =>
  db.connection('system').from('events').where({ tenant_id: world.tenant.id, name, audited: true })

test.group('The unfinished work of a company', () => {
  const pageOf = async (client: import('@japa/api-client').ApiClient, world: World, qs = {}) => {
    const answer = await client
      .get(world.path('/settings/unfinished'))
      .qs(qs)
      .loginAs(world.admin.identity)
      .withInertia()
    answer.assertInertiaComponent('operations/unfinished/index')
    return answer.inertiaProps as Page
  }
  const post = (client: import('@japa/api-client').ApiClient, world: World, what: string, body: object) =>
    client
      .post(world.path(`/settings/unfinished/${what}`))
      .json(body)
      .header('accept', 'text/html')
      .loginAs(world.admin.identity)
      .withCsrfToken()
      .redirects(0)

  test('shows its own events that were given up, in plain words and masked, and none of others', async ({
    client,
    assert,
  }) => {
    const [world, other] = [await makeWorld(), await makeWorld()]
    const [event] = await giveUp(world, 'The printer is out of paper', 1, { note: 'A leak under the sink' })
    const [foreign] = await giveUp(other, 'The ribbon is dry')
    const page = await pageOf(client, world)
    assert.lengthOf(page.letters, 1)
    const [letter] = page.letters
    assert.equal(letter.event.id, event.id)
    assert.equal(letter.reason, 'The printer is out of paper')
    assert.notInclude(letter.event.data, 'sink')
    assert.deepEqual(page.events, [event.name])
    assert.notInclude(JSON.stringify(page), foreign.id)
    assert.equal((await pageOf(client, world, { cause: 'ribbon' })).counts.found, 0)
  })

  test('is handled again on request, and nothing of others with it', async ({ client, assert }) => {
    const [world, other] = [await makeWorld(), await makeWorld()]
    const [event] = await giveUp(world, 'paper jam', 3)
    await giveUp(other, 'paper jam')
    const [{ id, queue }] = (await pageOf(client, world)).letters
    await post(client, world, 'replays', { queue, ids: [id] })
    assert.equal((await pageOf(client, world)).counts.givenUp, 2)
    await post(client, world, 'replays', { cause: 'paper' })
    assert.equal((await pageOf(client, world)).counts.givenUp, 0)
    assert.equal((await pageOf(client, other)).counts.givenUp, 1)
    const told = await audited(world, 'dead_letter.replayed')
    assert.lengthOf(told, 3)
    assert.isTrue(told.every((one) => one.actor_id === world.admin.user.id && one.data.event === event.name))
    assert.isEmpty(await audited(other, 'dead_letter.replayed'))
  })

  test('is discarded with a reason that stands in the audit log', async ({ client, assert }) => {
    const world = await makeWorld()
    await giveUp(world, 'paper jam', 2)
    assert.property(formErrors(await post(client, world, 'discards', { reason: ' ' })), 'reason')
    assert.equal((await pageOf(client, world)).counts.givenUp, 2)
    await post(client, world, 'discards', { reason: 'Handled by hand' })
    assert.equal((await pageOf(client, world)).counts.givenUp, 0)
    const told = await audited(world, 'dead_letter.discarded')
    assert.lengthOf(told, 2)
    assert.isTrue(told.every(({ data }) => data.reason === 'Handled by hand'))
  })

  test('names what no worker has finished, until the last of them has', async ({ client, assert }) => {
    const world = await makeWorld()
    const { id: leadId } = await world.lead()
    const [created] = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: world.tenant.id, subject_id: leadId, name: 'lead.created' })
    const names = async () => (await pageOf(client, world, { show: 'waiting' })).waiting.map(({ id }) => id)
    assert.include(await names(), created.id)
    await handOver(world.tenant.id, NotificationWorker, NoticeWorker)
    assert.include(await names(), created.id)
    await handOver(world.tenant.id, MailWorker)
    assert.notInclude(await names(), created.id)
  })

  test('names what a program has not been told of since the company has one', async ({ client, assert }) => {
    const world = await makeWorld()
    await world.lead()
    await world.webhookEndpoint()
    const { id: leadId } = await world.lead()
    const workers = [NotificationWorker, NoticeWorker, MailWorker]
    await handOver(world.tenant.id, ...workers)
    const waiting = async () => (await pageOf(client, world, { show: 'waiting' })).waiting
    const created = await world.inside(() =>
      db.from('events').where({ subject_id: leadId, name: 'lead.created' }).first()
    )
    const owed = (await waiting()).filter(({ name }) => name === 'lead.created')
    assert.deepEqual(
      owed.map(({ id }) => id),
      [created.id]
    )
    await handOver(world.tenant.id, WebhookWorker)
    assert.isEmpty((await waiting()).filter(({ name }) => name === 'lead.created'))
  })

  test('does not miss what no program of the company asks for', async ({ client, assert }) => {
    const world = await makeWorld()
    await world.as(world.admin, () =>
      WebhookEndpoint.register({ url: 'https://example.com/hear', description: '', events: ['lead.started'] })
    )
    const { id: leadId } = await world.lead()
    const lead = await world.inside(() => Lead.findOrFail(leadId))
    await world.as(world.admin, () => lead.start())
    await handOver(world.tenant.id, NotificationWorker, NoticeWorker, MailWorker)
    const waiting = (await pageOf(client, world, { show: 'waiting' })).waiting.map(({ name }) => name)
    assert.include(waiting, 'lead.started')
    assert.notInclude(waiting, 'lead.created')
  })

  test('lists messages of unknown outcome, and forgets those that a person settles', async ({
    client,
    assert,
  }) => {
    const [world, other] = [await makeWorld(), await makeWorld()]
    const [arrived, again] = [await world.unknownDelivery(), await world.unknownDelivery()]
    await other.unknownDelivery()
    const ids = async () =>
      (await pageOf(client, world, { show: 'undecided' })).deliveries.map(({ id }) => id)
    assert.sameMembers(await ids(), [arrived.id, again.id])
    for (const [id, way] of [
      [arrived.id, 'arrival'],
      [again.id, 'resend'],
    ])
      await client
        .post(world.path(`/mails/${id}/${way}`))
        .loginAs(world.admin.identity)
        .withCsrfToken()
        .redirects(0)
    assert.isEmpty(await ids())
    const settled = await world.inside(() => Delivery.findMany([arrived.id, again.id]))
    assert.sameMembers(
      settled.map(({ resolution }) => resolution),
      ['arrived', 'sent_again']
    )
  })

  test('is for those who may change the settings', async ({ client }) => {
    const world = await makeWorld()
    const { identity } = await makeMember(world.tenant, 'agent')
    ;(await client.get(world.path('/settings/unfinished')).loginAs(identity)).assertStatus(403)
    for (const what of ['replays', 'discards'])
      (
        await client
          .post(world.path(`/settings/unfinished/${what}`))
          .json({ reason: 'Test data' })
          .loginAs(identity)
          .withCsrfToken()
      ).assertStatus(403)
  })
})
