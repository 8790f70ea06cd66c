import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import pg from 'pg'
import { LIVE_CHANNEL } from '#app/platform/live/live'
import { fieldsOf, SUBJECT_NAMES } from '#app/access/subjects'
import type { FieldLevel } from '#app/access/levels'
import Role from '#app/access/role'
import AccessToken from '#app/access_tokens/access_token'
import Delivery from '#app/deliveries/delivery'
import Notification from '#app/notifications/notification'
import MailWorker from '#app/notifications/mail_worker'
import NotificationWorker from '#app/notifications/notification_worker'
import Message from '#app/messages/message'
import { makeMemberWith } from '#tests/access_factories'
import { handOver } from '#tests/hand_over'
import { makeWorld, type World } from '#tests/functional/stranger/world'
import { DOORS, opens, visit } from '#tests/functional/access/doors'
import { CANARIES, placeOf, WORDS } from '#tests/functional/access/field_canaries'

const DECLARED = SUBJECT_NAMES.flatMap((subject) => fieldsOf(subject).map((field) => `${subject}.${field}`))

const fieldsAt = (level: FieldLevel, names: string[]) => {
  const fields: Record<string, Record<string, FieldLevel>> = {}
  for (const [subject, field] of names.map(placeOf)) (fields[subject] ??= {})[field] = level
  return fields
}

/** A company of which every field says something, and two colleagues whose role may show them. */
async function setting() {
  const world = await makeWorld(WORDS as never)
  const admin = await makeMemberWith(world, 'admin', {})
  const fieldUser = await makeMemberWith(world, 'field_user', {
    grants: { leads: { read: 'all', edit: 'all' }, customers: { read: 'all', create: 'all', edit: 'all' } },
  })
  const token = await world.inside(() => AccessToken.mint(admin.user, 'Reader'))
  // One of everything is there before anybody looks, so that lists have something to give away.
  await world.boundCode()
  await world.order()
  await world.photo()
  await world.told()
  const seen: World = {
    ...world,
    admin,
    fieldUser,
    token,
    notification: async () => {
      await world.told()
      return world.inside(() => Notification.of(admin.user).orderBy('id', 'desc').firstOrFail())
    },
  }
  const limit = (level: FieldLevel, names: string[]) =>
    world.inside(async () => {
      for (const { role } of [admin, fieldUser])
        await (await Role.findOrFail(role.id)).merge({ fields: fieldsAt(level, names) as never }).save()
    })
  return { world: seen, limit }
}

/** What is said at each door while the role shows every field. */
async function listen(client: ApiClient, assert: Assert) {
  const { world, limit } = await setting()
  await limit('read', DECLARED)
  const heard = new Map<string, string>()
  for (const name of DOORS) {
    const { said, status } = await visit(client, world, name)
    assert.notEqual(status, 500, name)
    heard.set(name, said)
  }
  return heard
}

test.group('A field of a record', () => {
  let listening: ReturnType<typeof listen> | undefined

  test('stands in these tests as soon as it is declared', ({ assert }) => {
    assert.sameMembers(Object.keys(CANARIES), DECLARED, 'give the new field a canary in field_canaries.ts')
  })

  test('comes to light at some door while the role shows it', async ({ client, assert }) => {
    const heard = [...(await (listening ??= listen(client, assert))).values()]
    for (const [name, canary] of Object.entries(CANARIES)) assert.match(heard.join('\n'), canary, name)
  }).timeout(120_000)

  test('comes to light at no door, whatever is done there, while the role hides it', async ({
    client,
    assert,
  }) => {
    const { world, limit } = await setting()
    await limit('none', DECLARED)
    for (const name of DOORS) {
      const { said, status } = await visit(client, world, name)
      assert.notEqual(status, 500, name)
      for (const [field, canary] of Object.entries(CANARIES))
        assert.notMatch(said, canary, `${name} gives ${field} away`)
    }
  }).timeout(120_000)

  for (const field of DECLARED) {
    test(`${field}, hidden alone, is read at no door that says it otherwise`, async ({ client, assert }) => {
      const heard = await (listening ??= listen(client, assert))
      const { world, limit } = await setting()
      await limit('none', [field])
      for (const name of DOORS.filter((door) => opens(door) && CANARIES[field].test(heard.get(door)!))) {
        const { said, status } = await visit(client, world, name)
        assert.notEqual(status, 500, name)
        assert.notMatch(said, CANARIES[field], name)
      }
    }).timeout(60_000)
  }

  test('that is hidden is neither told in notifications, mails and news nor shown in the mail audit', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, limit } = await setting()
    await limit('none', DECLARED)
    const news: string[] = []
    const listener = new pg.Client({ connectionString: process.env.DATABASE_SYSTEM_URL })
    await listener.connect()
    cleanup(() => listener.end())
    listener.on('notification', ({ payload }) => news.push(payload!))
    await listener.query(`listen ${LIVE_CHANNEL}`)
    const lead = await world.lead()
    await world.inside(async () => {
      await Message.post({ lead, author: 'customer', body: 'Hello' })
      await lead.revise({ contactPhone: '+13035550177', contactEmail: 'lead-canary@example.org' })
    })
    await handOver(world.tenant.id, NotificationWorker, MailWorker)
    const [notices, mails] = await world.inside(async () => [
      await Notification.of(world.admin.user),
      await Delivery.query()
        .where({ recipient: world.admin.identity.email, kind: 'lead_created' })
        .orderBy('id'),
    ])
    assert.isNotEmpty(news)
    assert.isNotEmpty(notices)
    assert.isNotEmpty(mails)
    const since = mails.at(-1)!
    const texts = [
      ...news,
      ...notices.map(({ title, body }) => `${title} ${body}`),
      since.bodyText + since.bodyHtml,
    ].join('\n')
    for (const [field, canary] of Object.entries(CANARIES)) assert.notMatch(texts, canary, field)
    const whole = await world.inside(() =>
      Delivery.query().where('kind', 'lead_created').whereNot('recipient', world.admin.identity.email)
    )
    assert.match(whole.map(({ bodyText }) => bodyText).join(), CANARIES['leads.phone'])
    const shown = await client
      .get(world.path(`/mails/${whole[0].id}`))
      .loginAs(world.admin.identity)
      .withInertia()
    assert.isNull((shown.inertiaProps as { delivery: { bodyHtml: null } }).delivery.bodyHtml)
    const found = await client
      .get(world.path('/mails'))
      .qs({ recipient: 'lead-canary@example.com' })
      .loginAs(world.admin.identity)
      .withInertia()
    assert.isEmpty((found.inertiaProps as { deliveries: [] }).deliveries)
  })

  for (const [field, words] of Object.entries({
    'customers.phone': ['555 0188', '3035550188', '0188'],
    'customers.email': ['customer-canary@example.com', 'customer-canary@'],
    'customers.address': ['Streetcanary', 'Citycanary', 'POSTCANARY', 'Cleo Streetcanary'],
    'customers.notes': ['Secretcanary'],
    'leads.phone': ['(303) 555-0177', '3035550177'],
    'leads.email': ['lead-canary@example.com'],
    'leads.address': ['Streetcanary', 'Leadcanary'],
    'leads.answers': ['Answercanary'],
  })) {
    test(`${field}, hidden, is not found by a search for ${words[0]}`, async ({ client, assert }) => {
      const { world, limit } = await setting()
      const customer = await world.customer()
      await world.as(world.admin, async () => {
        const lead = await world.lead()
        await lead.merge({ customerId: customer.id }).save()
      })
      const find = async (search: string) => {
        const [subject] = placeOf(field)
        const answer = await client
          .get(`/api/${subject}`)
          .qs({ search })
          .bearerToken(world.token)
          .accept('json')
        answer.assertStatus(200)
        return answer.body().data.length as number
      }
      if (!['customers.notes', 'leads.email', 'leads.answers'].includes(field))
        assert.isAbove(await find(words[0]), 0, 'found while it is shown')
      await limit('none', [field])
      for (const word of words) assert.equal(await find(word), 0, word)
      assert.isAbove(await find(field.startsWith('leads') ? 'Ann' : 'Cleo'), 0, 'found by name')
    })
  }
})
