import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { acrossTenants } from '#app/platform/database/current'
import HousekeepingTimer from '#app/platform/timers/housekeeping_timer'
import MailWorker from '#app/notifications/mail_worker'
import Delivery from '#app/deliveries/delivery'
import StrandedWebhooksTimer from '#app/webhooks/stranded_webhooks_timer'
import WebhookDelivery, { LADDER } from '#app/webhooks/webhook_delivery'
import WebhookEndpoint, { type EndpointDraft } from '#app/webhooks/webhook_endpoint'
import WebhookResumptionWorker from '#app/webhooks/webhook_resumption_worker'
import WebhookSender from '#app/webhooks/webhook_sender'
import { timersOf, withEndpoint } from '#tests/functional/webhooks/setting'
import { makeCompany, makeMember } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { verified, WebhookReceiver } from '#tests/webhook_receiver'

const LEADS = ['lead.created']
const inDays = (days: number) => DateTime.utc().plus({ days })
const inHours = (hours: number) => DateTime.utc().plus({ hours })

test.group('Webhooks', (group) => {
  let receiver: WebhookReceiver

  group.each.setup(async () => {
    receiver = await new WebhookReceiver().open()
    return () => receiver.close()
  })

  test('bring what happens to an endpoint, once, signed, as ids and facts', async ({ assert }) => {
    const { happen, owe, send, log, secret, inside } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    const lead = await happen()
    await owe()
    await send()
    assert.lengthOf(receiver.received, 1)
    const [{ headers, body }] = receiver.received
    const message = verified(receiver.received[0], secret)
    assert.equal(message.type, 'lead.created')
    assert.deepEqual(message.data.subject, { type: 'lead', id: lead.id })
    assert.equal(message.data.facts.number, lead.number)
    assert.equal(headers['content-type'], 'application/json')
    for (const word of [lead.contactName, lead.contactPhone!, lead.summary]) assert.notInclude(body, word)
    const [delivery] = await log()
    const { id, occurred_at: occurredAt } = await inside(() =>
      db.from('events').where({ name: 'lead.created', subject_id: lead.id }).firstOrFail()
    )
    assert.equal(headers['webhook-id'], id)
    assert.equal(Date.parse(message.timestamp), occurredAt.getTime())
    assert.include(delivery.serialize(), { state: 'delivered', status: 204, attempts: 1 })
  })

  test('bring only what an endpoint hears, and nothing from before it was there', async ({ assert }) => {
    const company = await makeCompany()
    const first = await withEndpoint({ url: receiver.url, events: ['lead.started'] }, company)
    const lead = await first.happen()
    const all = await withEndpoint({ url: receiver.url }, company)
    await company.as(company.admin, () => lead.start())
    await first.owe()
    const names = async ({ log }: typeof first) => (await log()).map(({ event }) => event)
    assert.deepEqual(await names(first), ['lead.started'])
    assert.includeMembers(await names(all), ['lead.started'])
    assert.notInclude(await names(all), 'lead.created')
  })

  test('bring of what an endpoint comes to ask for only what happens from then on', async ({ assert }) => {
    const one = await withEndpoint({ url: receiver.url, events: ['lead.started'] })
    const revise = (draft: Partial<EndpointDraft>) =>
      one.as(one.admin, async () => (await one.present()).revise(draft))
    await one.happen()
    await revise({ events: ['lead.started', 'lead.created'] })
    const later = await one.happen()
    await revise({ description: 'Our accounts' })
    await one.owe()
    const told = (await one.log()).map(({ event, payload }) => [event, JSON.parse(payload).data.subject.id])
    assert.deepEqual(told, [['lead.created', later.id]])
  })

  test('stay in the company whose they are', async ({ assert }) => {
    const [one, other] = [
      await withEndpoint({ url: receiver.url, events: LEADS }),
      await withEndpoint({ url: receiver.url, events: LEADS }),
    ]
    await one.happen()
    await one.owe()
    await other.owe()
    assert.lengthOf(await one.log(), 1)
    assert.isEmpty(await other.log())
  })

  test('are signed with both secrets for a day after a new one was made', async ({ assert }) => {
    const { happen, owe, send, inside, present, at, secret } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    const next = await inside(async () => (await present()).rotateSecret())
    await happen()
    await owe()
    await send()
    for (const one of [secret, next]) assert.equal(verified(receiver.received[0], one).type, 'lead.created')
    await happen()
    await owe()
    await at(inHours(25), send)
    const [, late] = receiver.received
    assert.equal(verified(late, next).type, 'lead.created')
    assert.throws(() => verified(late, secret), /No matching/)
  })

  test('go again on a ladder of three days with the same id, and then have failed', async ({ assert }) => {
    receiver.answers = { status: 500, body: 'Out of paper' }
    const { happen, owe, send, log, retry, inside, tenant, at, id } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    // The patience with the endpoint is a matter of another test.
    const heal = () =>
      inside(() =>
        WebhookEndpoint.query()
          .where('id', id)
          .update({ failures: 0, failing_since: null, broken_until: null })
      )
    await happen()
    await owe()
    let now: DateTime = DateTime.utc()
    const waits: number[] = []
    while (waits.length < LADDER.length) {
      await at(now, send)
      const [{ state, nextTryAt, id: deliveryId }] = await log()
      assert.equal(state, 'queued')
      assert.include(await timersOf(tenant.id, 'webhook_retry'), nextTryAt!.toMillis())
      waits.push(nextTryAt!.diff(now).as('seconds'))
      now = nextTryAt!
      await heal()
      await at(now, () => retry(deliveryId))
    }
    await at(now, send)
    const [delivery] = await log()
    assert.equal(delivery.state, 'failed')
    assert.lengthOf(delivery.tries, LADDER.length + 1)
    assert.deepInclude(delivery.tries.at(-1), { status: 500, answer: 'Out of paper', isTaken: false })
    for (const [index, wait] of LADDER.entries()) {
      const least = DateTime.utc().plus(wait).diffNow().as('seconds')
      assert.isAtLeast(waits[index], least - 2)
      assert.isAtMost(waits[index], least * 1.1 + 10)
    }
    assert.isAtLeast(waits.reduce((sum, one) => sum + one) / 86_400, 3)
    assert.lengthOf(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])), 1)
  })

  test('wait as long as the receiver asks', async ({ assert }) => {
    receiver.answers = { status: 429, headers: { 'retry-after': '3600' } }
    const { happen, owe, send, log } = await withEndpoint({ url: receiver.url, events: LEADS })
    await happen()
    await owe()
    await send()
    const [{ nextTryAt }] = await log()
    const wait = nextTryAt!.diffNow().as('seconds')
    assert.isAbove(wait, 3590)
    assert.isAtMost(wait, 3600)
  })

  test('go again after their sender died between the answer and the record, as the same message', async ({
    assert,
  }) => {
    const { happen, owe, send, log, retry, tenant, at, present } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    await happen()
    await owe()
    const [{ id }] = await log()
    const turn = { tenantId: tenant.id, sender: 'webhook', subjectId: id }
    await acrossTenants((trx) => new WebhookSender().claim(trx, [turn]))
    await new StrandedWebhooksTimer().handle()
    assert.equal((await log())[0].state, 'sending')
    await at(DateTime.utc().plus({ minutes: 4 }), () => new StrandedWebhooksTimer().handle())
    const [stranded] = await log()
    assert.equal(stranded.state, 'queued')
    assert.include(stranded.tries.at(-1), { code: 'E_OUTCOME_UNKNOWN' })
    await retry(id)
    await send()
    assert.equal((await log())[0].state, 'delivered')
    assert.equal(receiver.received[0].headers['webhook-id'], stranded.eventId)
    assert.equal((await present()).failures, 0)
  })

  test('spare an endpoint that is out of order: one at a time tries it, and then all go', async ({
    assert,
  }) => {
    receiver.answers = { status: 503 }
    const { happen, owe, send, log, present, release, tenant, at, turnsLeft } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    for (let count = 0; count < 8; count++) await happen()
    await owe()
    await send()
    assert.lengthOf(receiver.received, 5)
    const states = async () => (await log()).map(({ state }) => state).sort()
    assert.deepEqual(await states(), [...Array(3).fill('held'), ...Array(5).fill('queued')])
    const { brokenUntil, failingSince } = await present()
    assert.isNotNull(failingSince)
    assert.include(await timersOf(tenant.id, 'webhook_release'), brokenUntil!.toMillis())

    await at(brokenUntil!, release)
    assert.lengthOf(await turnsLeft(), 1)
    await at(brokenUntil!, send)
    assert.lengthOf(receiver.received, 6)
    const longer = (await present()).brokenUntil!
    assert.isAbove(longer.diff(brokenUntil!).as('seconds'), 45)

    receiver.answers = []
    await at(longer, release)
    await at(longer, send)
    assert.lengthOf(receiver.received, 7)
    const mended = await present()
    assert.isNull(mended.brokenUntil)
    assert.isNull(mended.failingSince)
    await send()
    assert.lengthOf(receiver.received, 8)
    assert.notInclude(await states(), 'held')
  })

  test('end for an endpoint that is gone, and its administrators are told', async ({ assert }) => {
    receiver.answers = { status: 410 }
    const { happen, owe, send, log, present, inside, tenant, admin, audit } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    await makeMember(tenant, 'supervisor')
    await happen()
    await happen()
    await owe()
    await send()
    assert.lengthOf(receiver.received, 1)
    assert.sameMembers(
      (await log()).map(({ state }) => state),
      ['failed', 'held']
    )
    assert.include((await present()).serialize(), { state: 'paused', pausedFor: 'gone' })
    assert.includeMembers(
      (await audit()).map(({ name }) => name),
      ['webhook_endpoint.created', 'webhook_endpoint.paused']
    )
    await handOver(tenant.id, MailWorker)
    const mails = await inside(() => Delivery.query().where('kind', 'webhook_endpoint_paused'))
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [admin.user.email]
    )
    assert.include(mails[0].subject, receiver.host)
  })

  test('pause after three days without a success, wait, and go when somebody resumes', async ({ assert }) => {
    receiver.answers = { status: 500 }
    const company = await withEndpoint({ url: receiver.url, events: LEADS })
    const { happen, owe, send, log, present, inside, retry, release, at } = company
    await happen()
    await owe()
    await send()
    const [{ id }] = await log()
    await at(inDays(2.9), () => retry(id))
    await at(inDays(2.9), send)
    assert.equal((await present()).state, 'working')
    await at(inDays(3.1), () => retry(id))
    await at(inDays(3.1), send)
    assert.include((await present()).serialize(), { state: 'paused', pausedFor: 'failing' })

    receiver.answers = []
    receiver.received = []
    for (let count = 0; count < 3; count++) await happen()
    await owe()
    await send()
    await release()
    await send()
    assert.isEmpty(receiver.received)
    assert.lengthOf(
      (await log()).filter(({ state }) => state === 'held'),
      3
    )
    await inside(async () => (await present()).resume())
    await send()
    assert.lengthOf(receiver.received, 3)
    assert.isNotNull((await present()).lastSuccessAt)
  })

  test('tell nobody by mail that somebody has paused an endpoint', async ({ assert }) => {
    const { present, as, admin, inside, tenant } = await withEndpoint({ url: receiver.url })
    await as(admin, async () => (await present()).pause())
    await handOver(tenant.id, MailWorker)
    assert.isEmpty(await inside(() => Delivery.query().where('kind', 'webhook_endpoint_paused')))
  })

  test('that failed go again, one or all, with the tries before them', async ({ assert }) => {
    const { happen, owe, send, log, inside, present } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    for (let count = 0; count < 3; count++) await happen()
    await owe()
    await send()
    await inside(() => WebhookDelivery.query().update({ state: 'failed' }))
    const [first] = await log()
    await inside(async () => (await WebhookDelivery.findOrFail(first.id)).resend())
    await send()
    assert.lengthOf(receiver.received, 4)
    const count = await inside(async () => (await present()).resendFailed())
    assert.equal(count, 2)
    await send()
    assert.lengthOf(receiver.received, 6)
    for (const { state, tries } of await log()) {
      assert.equal(state, 'delivered')
      assert.lengthOf(tries, 2)
    }
  })

  test('of a closed company wait until it opens', async ({ assert }) => {
    const { happen, owe, send, log, inside, tenant } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    await happen()
    await owe()
    const close = (state: string) =>
      db.connection('system').from('tenants').where('id', tenant.id).update({ state })
    await close('deactivated')
    await send()
    assert.isEmpty(receiver.received)
    assert.equal((await log())[0].state, 'queued')
    await close('active')
    await inside(() => new WebhookResumptionWorker().handle())
    await send()
    assert.lengthOf(receiver.received, 1)
  })

  test('follow no redirect, keep the beginning of a long answer, and hear the text as it is', async ({
    assert,
  }) => {
    receiver.answers = [
      { status: 302, headers: { location: `${receiver.url}/elsewhere` } },
      { status: 200, body: 'é'.repeat(100_000) },
    ]
    const { happen, owe, send, log } = await withEndpoint({ url: receiver.url, events: LEADS })
    await happen()
    await happen()
    await owe()
    await send()
    const [moved, talkative] = await log()
    assert.include(moved.tries[0], { code: 'E_OUTGOING_REDIRECT_REFUSED', isTaken: false })
    assert.equal(talkative.state, 'delivered')
    assert.equal(talkative.tries[0].answer, 'é'.repeat(2000))
    assert.notInclude(
      receiver.received.map(({ path }) => path),
      '/hooks/elsewhere'
    )
  })

  test('sent as a test reach also a paused endpoint, once, and say nothing of its health', async ({
    assert,
  }) => {
    receiver.answers = { status: 500 }
    const { send, log, inside, present, id, secret } = await withEndpoint({ url: receiver.url })
    await inside(async () => (await present()).pause())
    await inside(() => WebhookDelivery.oweTest(id))
    await send()
    assert.equal(verified(receiver.received[0], secret).type, 'webhook.test')
    assert.equal((await log())[0].state, 'failed')
    assert.include((await present()).serialize(), { state: 'paused', failures: 0 })
  })

  test('are forgotten after 30 days, and not before', async ({ assert }) => {
    const { happen, owe, send, log, inside } = await withEndpoint({ url: receiver.url, events: LEADS })
    await happen()
    await happen()
    await owe()
    await send()
    const [old, young] = await log()
    const age = (id: string, days: number) =>
      inside(() =>
        WebhookDelivery.query()
          .where('id', id)
          .update({ created_at: DateTime.utc().minus({ days }).toISO() })
      )
    await age(old.id, 31)
    await age(young.id, 29)
    await new HousekeepingTimer().handle()
    assert.deepEqual(
      (await log()).map(({ id }) => id),
      [young.id]
    )
  })

  test('to an endpoint that was deleted under way are no trouble', async ({ assert }) => {
    const { happen, owe, send, inside, present, id } = await withEndpoint({
      url: receiver.url,
      events: LEADS,
    })
    await happen()
    await owe()
    await inside(async () => (await present()).remove())
    await send()
    assert.isEmpty(receiver.received)
    assert.isNull(await inside(() => WebhookEndpoint.find(id)))
  })
})
