import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import type Identity from '#app/identity/identity'
import PushSubscription from '#app/deliveries/push_subscription'
import { pushTarget } from '#tests/push_service'
import Impersonation from '#app/impersonations/impersonation'
import ImpersonationEndTimer from '#app/impersonations/impersonation_end_timer'
import SupportAccess from '#app/impersonations/support_access'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeCompany, makeMember, makeSuperUser, PASSWORD, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import { handOver } from '#tests/hand_over'
import Notification from '#app/notifications/notification'
import { putIntoSessions } from '#tests/stored_sessions'
import { Visitor } from '#tests/visitor'

const REASON = 'Ticket 4711: the customer list stays empty'
type Screen = { component: string; props: Record<string, unknown> }

async function signedIn({ email }: Identity) {
  const visitor = new Visitor({
    ip: `10.9.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}`,
  })
  await visitor.send('POST', '/login', { email, password: PASSWORD })
  return visitor
}

const screen = async (answer: Promise<Response>) => (await (await answer).json()) as Screen

/** A super user at the console, a company, and a member of it to stand in for. */
async function scene() {
  const company = await makeCompany()
  const [root, dana] = [await makeSuperUser(), await makeMember(company.tenant, 'agent', 'Dana Ruiz')]
  const visitor = await signedIn(root)
  const start = (body: object = {}, by = visitor) =>
    by.send('POST', `/console/companies/${company.tenant.slug}/impersonations`, {
      userId: dana.user.id,
      reason: REASON,
      minutes: 30,
      ...body,
    })
  const visits = () => company.inside(() => Impersonation.query().orderBy('id'))
  const status = async (by = visitor) => (await by.get(company.path('/leads'))).status
  return { ...company, company, root, dana, visitor, start, visits, status }
}

const events = (company: Company) =>
  company.inside(() => db.from('events').whereLike('name', 'impersonation.%').orderBy('id')) as Promise<
    { name: string; data: Record<string, unknown>; actor_kind: string; actor_name: string }[]
  >

test.group('Standing in for a member', () => {
  test('opens the company as that member, with their rights and a banner, and is announced', async ({
    assert,
  }) => {
    const { start, visitor, path, company, dana, root } = await scene()
    assert.equal((await visitor.get(path('/leads'))).status, 404)
    const answer = await start()
    assert.equal(answer.headers.get('location'), path(''))
    const { component, props } = await screen(visitor.get(path('/leads')))
    assert.equal(component, 'leads/leads/index')
    assert.deepInclude(props.user as object, { id: dana.user.id, name: 'Dana Ruiz' })
    assert.deepInclude(props.impersonation as object, { userName: 'Dana Ruiz', superUserName: root.name })
    assert.equal((await visitor.get(path('/team'))).status, 403)
    const [started] = await events(company)
    assert.deepInclude(started, {
      name: 'impersonation.started',
      actor_kind: 'super_user',
      actor_name: root.name,
    })
    assert.deepInclude(started.data, { userId: dana.user.id, reason: REASON })
  })

  test('is told to the administrators and to the member, with the reason and a way to the audit log', async ({
    assert,
  }) => {
    const { start, tenant, inside, admin, dana, root } = await scene()
    const other = await makeMember(tenant, 'agent', 'Not concerned')
    await start()
    await handOver(tenant.id, NotificationWorker, MailWorker)
    await handOver(tenant.id, NotificationWorker, MailWorker)
    const told = await inside(() => Notification.query().orderBy('userId'))
    assert.sameMembers(
      told.map(({ userId }) => userId),
      [admin.user.id, dana.user.id]
    )
    assert.equal(told[0].title, `${root.name} from support entered as Dana Ruiz`)
    assert.equal(told[0].body, REASON)
    const mails = await inside(() => Delivery.query().where('kind', 'support_entered'))
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [admin.user.email]
    )
    assert.include(mails[0].bodyText, REASON)
    assert.include(mails[0].bodyText, `/c/${tenant.slug}/settings/audit`)
    assert.notInclude(
      told.map(({ userId }) => userId),
      other.user.id
    )
    const reader = await signedIn(admin.identity)
    const mine = told.find(({ userId }) => userId === admin.user.id)!
    const opened = await reader.get(`/c/${tenant.slug}/notifications/${mine.id}`)
    assert.include(opened.headers.get('location')!, '/settings/audit?')
  })

  test('records both names with all that is done, and shows them in the history', async ({ assert }) => {
    const { start, visitor, path, inside, dana, root, visits } = await scene()
    const lead = await inside(() => receiveLead())
    await start()
    await visitor.send('POST', path(`/leads/${lead.id}/start`))
    const [visit] = await visits()
    const row = await inside(() => db.from('events').where('name', 'lead.started').firstOrFail())
    assert.include(row, {
      actor_kind: 'user',
      actor_id: dana.user.id,
      actor_name: `Dana Ruiz, by ${root.name} (support)`,
      impersonation_id: visit.id,
      audited: true,
    })
    const { props } = await screen(visitor.get(path(`/leads/${lead.id}`)))
    const [told] = props.timeline as { kind: string; actor: { name: string } }[]
    assert.deepInclude(told, { kind: 'lead.started' })
    assert.equal(told.actor.name, `Dana Ruiz, by ${root.name} (support)`)
  })

  test('ends by the button, and the door is closed', async ({ assert }) => {
    const { start, visitor, status, visits, company, tenant } = await scene()
    await start()
    assert.equal(await status(), 200)
    const answer = await visitor.send('DELETE', '/console/impersonation')
    assert.equal(answer.headers.get('location'), `/console/companies/${tenant.slug}`)
    assert.equal(await status(), 404)
    const [visit] = await visits()
    assert.deepInclude({ cause: visit.endCause }, { cause: 'super_user' })
    assert.deepEqual(
      (await events(company)).map(({ name, actor_kind: kind }) => [name, kind]),
      [
        ['impersonation.started', 'super_user'],
        ['impersonation.ended', 'super_user'],
      ]
    )
  })

  test('does not outlive its time, to the second, whether or not a timer ran', async ({ assert }) => {
    const { start, status, visits, company } = await scene()
    await start({ minutes: 15 })
    const [{ endsAt }] = await visits()
    assert.closeTo(endsAt.diffNow('minutes').minutes, 15, 0.2)
    try {
      clock.freeze(endsAt.minus({ seconds: 1 }))
      assert.equal(await status(), 200)
      clock.freeze(endsAt)
      assert.equal(await status(), 302)
      assert.equal(await status(), 404)
    } finally {
      clock.comeBack()
    }
    const [visit] = await visits()
    assert.equal(visit.endCause, 'time')
    assert.equal(visit.endedAt!.toMillis(), endsAt.toMillis())
    await company.inside(() =>
      new ImpersonationEndTimer().handle({ tenantId: '', impersonationId: visit.id })
    )
    assert.lengthOf(await events(company), 2)
  })

  test('is written down as over by a timer when nobody comes back', async ({ assert }) => {
    const { start, visits, inside } = await scene()
    await start()
    const [visit] = await visits()
    const run = () =>
      inside(() => new ImpersonationEndTimer().handle({ tenantId: '', impersonationId: visit.id }))
    await run()
    assert.isNull((await visits())[0].endedAt)
    await clock.during(visit.endsAt, run)
    assert.equal((await visits())[0].endCause, 'time')
  })

  test('ends at once with whatever it stands on', async ({ assert }) => {
    const reasons: [string, (at: Awaited<ReturnType<typeof scene>>) => Promise<unknown>, string][] = [
      [
        'the member is deactivated',
        ({ inside, dana }) => inside(async () => (await User.findOrFail(dana.user.id)).deactivate()),
        'member_gone',
      ],
      [
        'the company is deactivated',
        ({ inside }) => inside(async () => (await Tenant.current()).deactivate('Closed')),
        'company_closed',
      ],
      [
        'the company wants to be asked',
        ({ inside }) => inside(async () => new SupportAccess(await Tenant.current()).rule('on_request')),
        'company',
      ],
      ['the power is lost', ({ root }) => root.merge({ isSuperUser: false }).save(), 'power_lost'],
    ]
    for (const [what, happens, cause] of reasons) {
      const at = await scene()
      await at.start()
      assert.equal(await at.status(), 200, what)
      await happens(at)
      assert.equal(await at.status(), 302, what)
      assert.equal(await at.status(), 404, what)
      assert.equal((await at.visits())[0].endCause, cause, what)
    }
  })

  test('ends when the super user signs out', async ({ assert }) => {
    const { start, visitor, visits, status } = await scene()
    await start()
    const before = visitor.copy()
    await visitor.send('DELETE', '/session')
    assert.equal((await visits())[0].endCause, 'sign_out')
    assert.equal(await status(before), 302)
  })
})

test.group('Nobody stands in', () => {
  test('without being a super user', async ({ assert }) => {
    const { start, visits, company, dana } = await scene()
    for (const member of [company.admin, dana]) {
      const visitor = await signedIn(member.identity)
      const answer = await start({}, visitor)
      assert.equal(answer.status, 404)
    }
    assert.isEmpty(await visits())
  })

  test('without a reason, for a time of their choosing, or without having shown who they are', async ({
    assert,
  }) => {
    const { start, visits, visitor, root } = await scene()
    for (const body of [
      { reason: '' },
      { reason: '         ' },
      { reason: 'too short' },
      { minutes: 31 },
      { minutes: 1440 },
      { userId: null },
    ])
      await start(body)
    assert.isEmpty(await visits())
    await grownOld(root)
    await start()
    assert.isEmpty(await visits())
    await visitor.send('POST', '/confirmation', { password: PASSWORD })
    await start()
    assert.lengthOf(await visits(), 1)
  })

  test('for a super user, a stranger, a program or somebody who has left', async ({ assert }) => {
    const { start, visits, tenant, inside } = await scene()
    const other = await makeCompany()
    const rootToo = await makeSuperUser()
    const joined = await inside(() => User.join(rootToo, { name: 'Root too', role: 'admin' }))
    const gone = await makeMember(tenant, 'agent')
    await inside(async () => (await User.findOrFail(gone.user.id)).deactivate())
    const disabled = await makeMember(tenant, 'agent')
    await disabled.identity.disable()
    const program = await inside(() => User.engage({ name: 'Program', role: 'agent' }))
    for (const { id } of [joined, other.admin.user, gone.user, disabled.user, program])
      await start({ userId: id })
    assert.isEmpty(await visits())
    assert.isEmpty(await other.inside(() => Impersonation.all()))
  })

  test('for two people at a time, not even when both are asked for together', async ({ assert }) => {
    const { start, visits, root, dana } = await scene()
    const other = await scene()
    const second = await signedIn(root)
    const elsewhere = () =>
      second.send('POST', `/console/companies/${other.tenant.slug}/impersonations`, {
        userId: other.dana.user.id,
        reason: REASON,
        minutes: 15,
      })
    await Promise.all([start(), elsewhere()])
    assert.lengthOf([...(await visits()), ...(await other.visits())], 1)
    await elsewhere()
    await start({ userId: dana.user.id })
    assert.lengthOf([...(await visits()), ...(await other.visits())], 1)
  })

  test('and one that ran out keeps nobody from the next', async ({ assert }) => {
    const { start, visits, inside, visitor } = await scene()
    await start()
    await inside(() =>
      db.from('impersonations').update({ ends_at: DateTime.utc().minus({ minutes: 1 }).toISO() })
    )
    await visitor.get('/console/companies')
    await start()
    assert.deepEqual(
      (await visits()).map(({ endCause }) => endCause),
      ['time', null]
    )
  })

  test('where the company wants to be asked, unless it has said yes', async ({ assert }) => {
    const { start, visits, inside, status } = await scene()
    const decide = (work: (access: SupportAccess) => Promise<void>) =>
      inside(async () => work(new SupportAccess(await Tenant.current())))
    await decide((access) => access.rule('on_request'))
    await start()
    assert.isEmpty(await visits())
    await decide((access) => access.allow())
    await inside(() =>
      db.from('tenants').update({ support_allowed_until: DateTime.utc().plus({ minutes: 10 }).toISO() })
    )
    await start()
    const [visit] = await visits()
    assert.isAtMost(visit.endsAt.diffNow('minutes').minutes, 10)
    assert.equal(await status(), 200)
    await decide((access) => access.withdraw())
    assert.notEqual(await status(), 200)
    assert.equal((await visits())[0].endCause, 'company')
  })
})

test.group('The session', () => {
  test('is another one after the start: whoever knew the old id knows nothing', async ({ assert }) => {
    const { start, visitor, status } = await scene()
    const thief = visitor.copy()
    await start()
    assert.notEqual(visitor.sessionCookie, thief.sessionCookie)
    assert.equal(await status(thief), 302)
  })

  test('alone has it: the key copied into another session of the same or another person opens nothing', async ({
    assert,
  }) => {
    const { start, visits, root, admin, path, status } = await scene()
    await start()
    const [{ id }] = await visits()
    const others = [await makeSuperUser(), root]
    for (const identity of others) {
      const other = await signedIn(identity)
      await putInto(identity, { impersonation: id })
      assert.equal(await status(other), 404)
    }
    const member = await signedIn(admin.identity)
    await putInto(admin.identity, { impersonation: id })
    const { props } = await screen(member.get(path('/leads')))
    assert.deepInclude(props.user as object, { id: admin.user.id })
    assert.notExists(props.impersonation)
    assert.equal(await status(), 200)
  })

  test('reaches no other company, nor anything as the member outside this one', async ({ assert }) => {
    const { start, visitor, dana } = await scene()
    const other = await makeCompany()
    await other.inside(() => User.join(dana.identity, { name: 'Dana', role: 'admin' }))
    await start()
    assert.equal((await visitor.get(other.path('/leads'))).status, 404)
    assert.equal((await visitor.get('/console/companies')).status, 200)
  })
})

test.group('In another’s name nobody', () => {
  test('makes a way in, changes who may come in, or carries data away', async ({ assert }) => {
    const { start, visitor, tenant, inside, admin, path } = await scene()
    await start({ userId: admin.user.id })
    const fingerprint = () =>
      inside(async () => [
        await db.from('access_tokens').orderBy('id'),
        await db.from('tenants').where('id', tenant.id),
        await db.from('events').count('* as count'),
      ])
    const before = await fingerprint()
    const asks: ['POST' | 'PUT' | 'DELETE', string, object?][] = [
      ['POST', '/access_tokens', { name: 'Back door', days: 30 }],
      ['PUT', '/settings/support_access', { rule: 'always' }],
      ['POST', '/settings/support_access/consent'],
      ['DELETE', '/settings/support_access/consent'],
      ['POST', '/team/invitations', { name: 'Me', email: 'me@example.com', role: 'admin' }],
    ]
    for (const [method, to, body] of asks) {
      const answer = await visitor.send(method, path(to), body ?? {})
      assert.equal(answer.status, 403, to)
    }
    for (const to of ['/settings/audit/export?format=csv', '/settings/audit/export?format=jsonl'])
      assert.equal((await visitor.get(path(to))).status, 403, to)
    assert.deepEqual(await fingerprint(), before)
    assert.equal((await visitor.get(path('/settings/audit'))).status, 200)
  })

  test('is offered a way in that would be refused', async ({ assert }) => {
    const { start, visitor, admin, path } = await scene()
    await start({ userId: admin.user.id })
    const own = await signedIn(admin.identity)
    for (const to of ['/access_tokens', '/settings/service_tokens']) {
      assert.deepEqual((await screen(visitor.get(path(to)))).props.may, { change: false }, to)
      assert.deepEqual((await screen(own.get(path(to)))).props.may, { change: true }, to)
    }
  })

  test('decides what they hear of, when, and on which devices', async ({ assert }) => {
    const { start, visitor, inside, dana, path } = await scene()
    const { id } = await inside(() => PushSubscription.add(dana.user, pushTarget(), 'Chrome on Android'))
    await start()
    const asks: ['POST' | 'PUT' | 'DELETE', string, object?][] = [
      ['PUT', '/notifications/preferences', { kind: 'lead.created', channel: 'mail', isWanted: false }],
      ['DELETE', '/notifications/preferences'],
      ['PUT', '/notifications/rhythm', { timeZone: 'Europe/Berlin', week: null, intervalMinutes: 15 }],
      ['POST', '/notifications/devices', pushTarget()],
      ['POST', `/notifications/devices/${id}/trial`],
      ['DELETE', `/notifications/devices/${id}`],
    ]
    for (const [method, to, body] of asks)
      assert.equal((await visitor.send(method, path(to), body ?? {})).status, 403, `${method} ${to}`)
    const devices = await inside(() => PushSubscription.of(dana.user))
    assert.deepEqual(
      devices.map((one) => one.id),
      [id]
    )
  })

  test('reads their notifications for them', async ({ assert }) => {
    const { start, visitor, inside, dana, path } = await scene()
    await inside(() =>
      Notification.tell(dana.user, {
        eventId: newId(),
        kind: 'lead.created',
        title: 'Unread',
        subject: { type: 'lead', id: newId() },
      })
    )
    const [{ id }] = await inside(() => Notification.all())
    await start()
    await visitor.get(path(`/notifications/${id}`))
    await visitor.send('POST', path('/readings'), { notificationId: id })
    await visitor.send('POST', path('/inbox/reading'))
    assert.isNull((await inside(() => Notification.findOrFail(id))).readAt)
  })
})

/** As if the sign-in lay back longer than a sensitive action allows. */
const grownOld = (identity: Identity) => putInto(identity, { provenAt: 0 })

const putInto = (identity: Identity, more: Record<string, string | number>) =>
  putIntoSessions(identity, more, (values) => !('impersonation' in values))
