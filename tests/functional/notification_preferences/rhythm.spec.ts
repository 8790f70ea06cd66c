import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { Current } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import Impersonation from '#app/impersonations/impersonation'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import Delivery from '#app/deliveries/delivery'
import HeldDeliveriesTimer from '#app/deliveries/held_deliveries_timer'
import MailWorker from '#app/notifications/mail_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeSuperUser, type Company } from '#tests/factories'
import type { ApiClient } from '@japa/api-client'

const NIGHT = DateTime.now()
  .setZone('Europe/Berlin')
  .plus({ days: 2 })
  .set({ hour: 23, minute: 10, second: 0, millisecond: 0 })
const MORNING = NIGHT.plus({ days: 1 }).set({ hour: 8, minute: 0 }).toUTC().toISO()!
const DAY = { from: '08:00', to: '20:00' }
const WEEK = Array(7).fill(DAY)

const choose = (client: ApiClient, { path, admin }: Company, wanted: object) =>
  client
    .put(path('/notifications/rhythm'))
    .json({ timeZone: 'Europe/Berlin', week: null, intervalMinutes: 0, ...wanted })
    .header('accept', 'text/html')
    .loginAs(admin.identity)
    .withCsrfToken()
    .redirects(0)
const arrives = (company: Company, at: DateTime, summary = 'The boiler knocks') =>
  clock.during(at, async () => {
    await company.inside(() => receiveLead({ summary }))
    await handOver(company.tenant.id, NotificationWorker, MailWorker)
  })
const mails = ({ inside, admin }: Company) =>
  inside(() => Delivery.query().where({ recipientId: admin.user.id, channel: 'mail' }).orderBy('id'))
const states = async (company: Company) =>
  (await mails(company)).map(({ state, heldFor, nextTryAt }) => [
    state,
    heldFor,
    nextTryAt?.toUTC().toISO() ?? null,
  ])
const turnsOf = ({ id }: Delivery) => db.connection('system').from('turns').where('subject_id', id)
const timersOf = ({ admin }: Company) =>
  db
    .connection('owner')
    .from('pgboss.job')
    .whereRaw(`data->>'timer' = 'held_deliveries' and data->'data'->>'userId' = ?`, [admin.user.id])
    .orderBy('start_after')
const fire = (company: Company, { data }: { data: { data: object } }) =>
  company.inside(() => new HeldDeliveriesTimer().handle(data.data as never))

test.group('In quiet hours', () => {
  test('a mail waits for their end, says why, and then goes out; the inbox does not wait', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await choose(client, company, { week: WEEK })
    await arrives(company, NIGHT)
    assert.deepEqual(await states(company), [['queued', 'quiet_hours', MORNING]])
    const [held] = await mails(company)
    assert.isEmpty(await turnsOf(held))
    assert.lengthOf(await company.inside(() => Notification.of(company.admin.user)), 1)
    const page = await client
      .get(company.path(`/mails/${held.id}`))
      .loginAs(company.admin.identity)
      .withInertia()
    const { delivery } = page.inertiaProps as { delivery: { heldFor: string; heldUntil: string } }
    assert.equal(delivery.heldFor, 'quiet_hours')
    assert.equal(DateTime.fromISO(delivery.heldUntil).toUTC().toISO(), MORNING)

    const [timer] = await timersOf(company)
    assert.equal(+timer.start_after, Date.parse(MORNING))
    await fire(company, timer)
    assert.deepEqual(await states(company), [['queued', 'quiet_hours', null]])
    assert.lengthOf(await turnsOf(held), 1)
  })

  test('several come as one mail, once, with times of their reader’s clock', async ({ client, assert }) => {
    const company = await makeCompany()
    await choose(client, company, { week: WEEK })
    for (const [minutes, summary] of [
      [0, 'A tap drips'],
      [5, 'No heat'],
      [400, 'Smell of gas'],
    ] as const)
      await arrives(company, NIGHT.plus({ minutes }), summary)
    const timers = await timersOf(company)
    assert.lengthOf(timers, 1)
    await Promise.all([1, 2, 3].map(() => fire(company, timers[0])))
    const all = await mails(company)
    const digests = all.filter(({ kind }) => kind === 'digest')
    assert.lengthOf(digests, 1)
    const [digest] = digests
    assert.equal(digest.subject, `3 notifications from ${company.tenant.name}`)
    for (const word of ['A tap drips', 'No heat', 'Smell of gas', '/leads/', '11:10'])
      assert.include(digest.bodyText, word)
    assert.lengthOf(await turnsOf(digest), 1)
    for (const one of all.filter(({ kind }) => kind !== 'digest')) {
      assert.deepEqual([one.state, one.gatheredIn], ['gathered', digest.id])
      assert.isEmpty(await turnsOf(one))
    }
  })

  test('what is gathered is sent or still held, whatever breaks in between', async ({ client, assert }) => {
    const company = await makeCompany()
    await choose(client, company, { week: WEEK })
    await arrives(company, NIGHT)
    await arrives(company, NIGHT.plus({ minutes: 1 }))
    const before = await states(company)
    const [timer] = await timersOf(company)
    await assert.rejects(() =>
      company.inside(async () => {
        await new HeldDeliveriesTimer().handle(timer.data.data)
        throw new Error('The process ends here')
      })
    )
    assert.deepEqual(await states(company), before)
    await fire(company, timer)
    assert.lengthOf(
      (await mails(company)).filter(({ kind }) => kind === 'digest'),
      1
    )
  })

  test('what bears on safety comes at once', async ({ client, assert }) => {
    const company = await makeCompany()
    await choose(client, company, { week: Array(7).fill(null) })
    const root = await makeSuperUser()
    const { id, name } = root
    await Current.run({ tenantId: company.tenant.id, actor: { kind: 'super_user', id, name } }, () =>
      Impersonation.begin({
        ...{ user: company.admin.user, by: root, reason: 'Ticket 4711' },
        ...{ minutes: 15, sessionId: newId() },
      })
    )
    await handOver(company.tenant.id, MailWorker)
    const [mail] = await mails(company)
    assert.deepEqual([mail.kind, mail.heldFor], ['support_entered', null])
  })

  test('a person who leaves before they end gets nothing, and the record says so', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await choose(client, company, { week: WEEK })
    await arrives(company, NIGHT)
    await company.inside(() => company.admin.user.merge({ deactivatedAt: DateTime.utc() }).save())
    await fire(company, (await timersOf(company))[0])
    const [mail] = await mails(company)
    assert.deepEqual([mail.state, mail.errorCode], ['not_sent', 'E_RECIPIENT_GONE'])
  })
})

test.group('With an interval', () => {
  const START = DateTime.utc().plus({ days: 2 }).startOf('day').set({ hour: 10 })

  test('the first goes at once, and what follows within it comes together at its end', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    await choose(client, company, { intervalMinutes: 60 })
    for (const minutes of [0, 10, 59]) await arrives(company, START.plus({ minutes }))
    const end = START.plus({ minutes: 60 })
    const until = end.toUTC().toISO()
    assert.deepEqual(await states(company), [
      ['queued', null, null],
      ['queued', 'interval', until],
      ['queued', 'interval', until],
    ])
    for (const timer of await timersOf(company)) await clock.during(end, () => fire(company, timer))
    assert.deepEqual((await mails(company)).map(({ state, kind }) => [state, kind]).sort(), [
      ['gathered', 'lead_created'],
      ['gathered', 'lead_created'],
      ['queued', 'digest'],
      ['queued', 'lead_created'],
    ])
    // Another interval began with that.
    await arrives(company, end.plus({ minutes: 59 }))
    assert.deepInclude(await states(company), ['queued', 'interval', end.plus({ hours: 1 }).toUTC().toISO()])
    await arrives(company, end.plus({ minutes: 121 }))
    assert.deepEqual((await states(company)).at(-1), ['queued', null, null])
  })

  test('of none, a flood of one kind is gathered all the same, and no other kind with it', async ({
    assert,
  }) => {
    const company = await makeCompany()
    for (let at = 0; at < 12; at++) await arrives(company, START.plus({ seconds: at }))
    const held = (await states(company)).filter(([, reason]) => reason === 'flood')
    const until = START.plus({ minutes: 10 }).toUTC().toISO()
    assert.deepEqual(held, [
      ['queued', 'flood', until],
      ['queued', 'flood', until],
    ])
    await clock.during(START.plus({ seconds: 30 }), async () => {
      await company.inside(async () =>
        Message.post({ lead: await Lead.query().firstOrFail(), author: 'customer', body: 'Hello?' })
      )
      await handOver(company.tenant.id, MailWorker)
    })
    const written = (await mails(company)).find(({ kind }) => kind === 'message_received')!
    assert.isNull(written.heldFor)
    await arrives(company, START.plus({ minutes: 11 }))
    assert.deepEqual((await states(company)).at(-1), ['queued', null, null])
  })

  test('nobody chooses times that do not exist', async ({ client, assert }) => {
    const company = await makeCompany()
    for (const wrong of [
      { timeZone: 'Mars/Base' },
      { week: [DAY] },
      { week: Array(7).fill({ from: '08:10', to: '25:00' }) },
      { intervalMinutes: 7 },
    ]) {
      await choose(client, company, wrong)
      const { rows } = await company.inside(() =>
        db.rawQuery('select 1 from notification_rhythms where user_id = ?', [company.admin.user.id])
      )
      assert.isEmpty(rows, JSON.stringify(wrong))
    }
  })
})
