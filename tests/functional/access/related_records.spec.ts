import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Level } from '#app/access/levels'
import { hasLevels, SUBJECT_NAMES, type Subject } from '#app/access/subjects'
import { newId } from '#app/platform/ids'
import { Current, SYSTEM } from '#app/platform/database/current'
import AccessToken from '#app/access_tokens/access_token'
import Role from '#app/access/role'
import MailWorker from '#app/notifications/mail_worker'
import Message from '#app/messages/message'
import Note from '#app/notes/note'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import Order from '#app/orders/order'
import QrCode from '#app/qr_codes/qr_code'
import { makeMemberWith } from '#tests/access_factories'
import { handOverAfter } from '#tests/hand_over'
import { makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { DOORS, opens, visit } from '#tests/functional/access/doors'
import { makeWorld, tomorrow, type World } from '#tests/functional/stranger/world'

/** What records of each subject say that is theirs alone, and how it looks wherever it comes to light. */
const CANARIES: Partial<Record<Subject, RegExp>> = {
  leads: /Leadperson|Leadcanary|lead-canary@|555.?0177|Answercanary/i,
  messages: /Messagecanary/,
  orders: /Notecanary|\b2098-\d\d-\d\d|, 2098\b/,
  customers: /Customerperson|Streetcanary|customer-canary@|555.?0188/,
}
const LEVELLED = SUBJECT_NAMES.filter((subject) => hasLevels(subject, 'read'))

const ALL = { read: 'all', create: 'all', edit: 'all', assign: 'all', delete: 'all', export: 'all' } as const
const GRANTS = { leads: ALL, messages: ALL, orders: ALL, customers: ALL, qr_codes: ALL, mails: ALL }

/** A company in which every record hangs on others, none of them made by or given to those who look. */
async function setting() {
  const world = await makeWorld({
    customer: {
      name: 'Cleo Customerperson',
      phone: '+13035550188',
      email: 'customer-canary@example.com',
      street: '8 Streetcanary Ave',
    },
  })
  const { inside, as, tenant } = world
  const maker = await makeMember(tenant, 'admin')
  const admin = await makeMemberWith(world, 'admin', { grants: GRANTS })
  const fieldUser = await makeMemberWith(world, 'field_user', { grants: GRANTS })
  const token = await inside(() => AccessToken.mint(admin.user, 'Reader'))
  const lead = async () => {
    const { id, customerId } = await world.boundCode()
    return inside(() =>
      receiveLead({
        customerId,
        qrCodeId: id,
        source: 'qr',
        summary: 'Cold radiators',
        contact: {
          name: 'Ann Leadperson',
          phone: '+13035550177',
          email: 'lead-canary@example.com',
          address: '7 Leadcanary Rd',
        },
        answers: [
          { questionId: 'q1', type: 'short_text', label: 'Budget?', value: 'x', text: 'Answercanary' },
        ],
      })
    )
  }
  const order = async () => {
    const one = await lead()
    const startsAt = tomorrow().startsAt.set({ year: 2098 })
    const window = { startsAt, endsAt: startsAt.plus({ hours: 2 }) }
    return as(maker, () =>
      Order.fromLead(one, { window, assignee: maker.user, note: 'Notecanary', by: maker.user })
    )
  }
  const told = async () => {
    const before = newId()
    const one = await lead()
    await inside(() => Message.post({ lead: one, author: 'customer', body: 'Messagecanary' }))
    await inside(() => Note.write({ lead: one, author: maker.user, body: 'Messagecanary' }))
    await order()
    await handOverAfter(before, tenant.id, NotificationWorker, MailWorker)
    return one.id
  }
  await told()
  // What support does in a member's name is audited, whatever record it is about.
  const customer = await world.customer()
  const unit = { tenantId: tenant.id, actor: SYSTEM, impersonationId: newId() }
  await Current.run(unit, () => customer.archive())
  const seen: World = {
    ...world,
    admin,
    fieldUser,
    token,
    lead,
    order,
    told,
    notification: () => inside(() => Notification.of(admin.user).orderBy('id', 'desc').firstOrFail()),
  }
  const limit = (subject: Subject, level: Level) =>
    inside(async () => {
      const limited = { ...GRANTS, [subject]: level === 'none' ? {} : { ...ALL, read: level } }
      for (const { role } of [admin, fieldUser])
        await (await Role.findOrFail(role.id)).merge({ grants: limited as never }).save()
    })
  return { world: seen, limit }
}

/** What is said at each of the doors. */
async function hear(client: ApiClient, world: World, doors: string[]) {
  const heard: { name: string; said: string }[] = []
  for (const name of doors) {
    const answers = [await visit(client, world, name)]
    if (opens(name) && answers[0].isFiltered) answers.push(await visit(client, world, name, { bare: true }))
    for (const { said, status } of answers) {
      if (status === 500) throw new Error(`${name} broke`)
      heard.push({ name, said })
    }
  }
  return heard
}

/** Those of whom something was heard that matches. */
const leaking = (heard: { name: string; said: string }[], isTold: (said: string) => boolean) => [
  ...new Set(heard.filter(({ said }) => isTold(said)).map(({ name }) => name)),
]

/** What is said while every record is shown: whoever says nothing of a subject then has nothing of it to give away. */
async function listen(client: ApiClient) {
  const { world } = await setting()
  return hear(client, world, DOORS)
}

/** In the long form nobody is believed to have nothing to give away. */
const isLong = process.env.SUBJECTS === 'all'

test.group('A record that another one leads to', () => {
  let listening: ReturnType<typeof listen> | undefined

  test('stands in these tests as soon as its subject has levels', ({ assert }) => {
    assert.sameMembers(Object.keys(CANARIES), LEVELLED, 'give the new subject a canary')
  })

  test('comes to light at several doors while the role shows it', async ({ client, assert }) => {
    const heard = await (listening ??= listen(client))
    for (const [subject, canary] of Object.entries(CANARIES))
      assert.isAbove(leaking(heard, (said) => canary.test(said)).length, 1, subject)
  }).timeout(120_000)

  for (const subject of LEVELLED) {
    const isTold = (said: string) => CANARIES[subject]!.test(said)

    test(`of ${subject} comes to light at no door, whatever is done there, while the role shows none`, async ({
      client,
      assert,
    }) => {
      const doors = isLong ? DOORS : leaking(await (listening ??= listen(client)), isTold)
      const { world, limit } = await setting()
      await limit(subject, 'none')
      assert.deepEqual(leaking(await hear(client, world, doors), isTold), [])
    }).timeout(120_000)

    test(`of ${subject} comes to light at no door while the role shows their own only`, async ({
      client,
      assert,
    }) => {
      const doors = leaking(await (listening ??= listen(client)), isTold).filter(opens)
      const { world, limit } = await setting()
      await limit(subject, 'own')
      assert.deepEqual(leaking(await hear(client, world, doors), isTold), [])
    }).timeout(120_000)
  }

  test('of QR codes comes to light at no door while the role neither shows nor lets bind codes', async ({
    client,
    assert,
  }) => {
    const { world, limit } = await setting()
    await limit('qr_codes', 'none')
    const codes = await world.inside(() => QrCode.query().whereNotNull('customerId'))
    const isTold = (said: string) =>
      codes.some(({ displayCode, shortCode }) => said.includes(displayCode) || said.includes(shortCode))
    assert.deepEqual(leaking(await hear(client, world, DOORS.filter(opens)), isTold), [])
  }).timeout(120_000)
})
