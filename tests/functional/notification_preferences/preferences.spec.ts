import { test } from '@japa/runner'
import AccessToken from '#app/access_tokens/access_token'
import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import Impersonation from '#app/impersonations/impersonation'
import { newId } from '#app/platform/ids'
import { formErrors } from '#tests/form_errors'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember, makeSuperUser, type Company, type Member } from '#tests/factories'
import type { ApiClient } from '@japa/api-client'

type Wish = { kind: string; channel: string; isWanted: boolean | null }
type Shown = { kind: string; channels: { channel: string; isWanted: boolean; isOwn: boolean }[] }

const put = (client: ApiClient, address: string, { identity }: Member, wish: Wish) =>
  client.put(address).json(wish).header('accept', 'text/html').loginAs(identity).withCsrfToken().redirects(0)
const own = ({ path }: Company) => path('/notifications/preferences')
const rules = ({ path }: Company) => path('/settings/notifications')

async function leadArrives(company: Company) {
  await company.inside(() => receiveLead())
  await handOver(company.tenant.id, NotificationWorker, MailWorker)
}

const mailed = async (company: Company) =>
  (await company.inside(() => Delivery.query().where('kind', 'lead_created'))).map(
    ({ recipient }) => recipient
  )
const inbox = (company: Company, { user }: Member) => company.inside(() => Notification.of(user))

test.group('What people hear of', () => {
  test('is what the product does for their role, until they or the company say otherwise', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const page = await client.get(own(company)).loginAs(agent.identity).withInertia()
    const { preferences } = page.inertiaProps as { preferences: Shown[] }
    const shown = (kind: string) =>
      preferences.find((one) => one.kind === kind)!.channels.map((one) => [one.isWanted, one.isOwn])
    assert.deepEqual(shown('lead.created'), [
      [true, false],
      [false, false],
      [false, false],
    ])
    await leadArrives(company)
    assert.deepEqual(await mailed(company), [company.admin.user.email])
    assert.lengthOf(await inbox(company, agent), 1)
  })

  test('follows their own word, which takes the place of the company’s', async ({ client, assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    await put(client, rules(company), company.admin, {
      kind: 'lead.created',
      channel: 'mail',
      isWanted: false,
    })
    await put(client, own(company), agent, { kind: 'lead.created', channel: 'mail', isWanted: true })
    await put(client, own(company), agent, { kind: 'lead.created', channel: 'inbox', isWanted: false })
    await leadArrives(company)
    assert.deepEqual(await mailed(company), [agent.user.email])
    assert.isEmpty(await inbox(company, agent))
    assert.lengthOf(await inbox(company, company.admin), 1)
  })

  test('goes back to the company’s word when they take theirs back', async ({ client, assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    await put(client, own(company), agent, { kind: 'lead.created', channel: 'inbox', isWanted: false })
    await client.delete(own(company)).loginAs(agent.identity).withCsrfToken().redirects(0)
    await put(client, rules(company), company.admin, {
      kind: 'lead.created',
      channel: 'mail',
      isWanted: true,
    })
    await leadArrives(company)
    assert.lengthOf(await inbox(company, agent), 1)
    assert.sameMembers(await mailed(company), [company.admin.user.email, agent.user.email])
    await put(client, rules(company), company.admin, {
      kind: 'lead.created',
      channel: 'mail',
      isWanted: null,
    })
    await leadArrives(company)
    assert.lengthOf(await mailed(company), 3)
  })

  test('never brings what they may not read', async ({ client, assert }) => {
    const company = await makeCompany()
    const ray = await makeMember(company.tenant, 'field_user')
    await put(client, rules(company), company.admin, {
      kind: 'lead.created',
      channel: 'inbox',
      isWanted: true,
    })
    await put(client, own(company), ray, { kind: 'lead.created', channel: 'mail', isWanted: true })
    await leadArrives(company)
    assert.isEmpty(await inbox(company, ray))
    assert.notInclude(await mailed(company), ray.user.email)
  })

  test('cannot leave out what bears on safety', async ({ client, assert }) => {
    const company = await makeCompany()
    const wish = { kind: 'impersonation.started', channel: 'inbox', isWanted: false }
    for (const address of [own(company), rules(company)])
      assert.property(formErrors(await put(client, address, company.admin, wish)), 'channel')
    // As it would be after somebody wrote to the table.
    await db
      .connection('system')
      .table('notification_preferences')
      .insert({
        ...{ id: newId(), tenant_id: company.tenant.id, user_id: company.admin.user.id },
        ...{
          kind: wish.kind,
          channel: 'inbox',
          is_wanted: false,
          created_at: new Date(),
          updated_at: new Date(),
        },
      })
    const root = await makeSuperUser()
    const { id, name } = root
    await Current.run({ tenantId: company.tenant.id, actor: { kind: 'super_user', id, name } }, () =>
      Impersonation.begin({
        ...{ user: company.admin.user, by: root, reason: 'Ticket 4711' },
        ...{ minutes: 15, sessionId: newId() },
      })
    )
    await handOver(company.tenant.id, NotificationWorker)
    assert.lengthOf(await inbox(company, company.admin), 1)
  })

  test('is ruled for the company by its administrators, and the audit log says so', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const wish = { kind: 'lead.created', channel: 'mail', isWanted: true }
    ;(await put(client, rules(company), agent, wish)).assertStatus(403)
    ;(await client.get(rules(company)).loginAs(agent.identity)).assertStatus(403)
    await put(client, rules(company), company.admin, wish)
    await put(client, rules(company), company.admin, wish)
    const told = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: company.tenant.id, name: 'tenant.notifications_ruled', audited: true })
    assert.deepEqual(
      told.map(({ data }) => data),
      [wish]
    )
  })
})

test.group('The notification preferences of the API', () => {
  test('are read, set for one way and left to the company again', async ({ client, assert }) => {
    const company = await makeCompany()
    const bearer = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    type Told = { kind: string; channels: { channel: string; isWanted: boolean; isOwn: boolean }[] }
    const mailOf = (told: Told) => told.channels.find(({ channel }) => channel === 'mail')!
    const read = async () => {
      const answer = await client.get('/api/notification_preferences').bearerToken(bearer)
      return (answer.body().data as Told[]).find(({ kind }) => kind === 'lead.created')!
    }
    const { isWanted } = mailOf(await read())
    const set = (body: object) => client.put('/api/notification_preferences').bearerToken(bearer).json(body)
    const said = await set({ kind: 'lead.created', channel: 'mail', isWanted: !isWanted })
    assert.include(mailOf(said.body().data), { isWanted: !isWanted, isOwn: true })
    assert.include(mailOf(await read()), { isWanted: !isWanted, isOwn: true })
    ;(await set({ kind: 'impersonation.started', channel: 'mail', isWanted: false })).assertStatus(422)
    ;(await client.delete('/api/notification_preferences').bearerToken(bearer)).assertStatus(204)
    assert.include(mailOf(await read()), { isWanted, isOwn: false })
  })

  test('tell and take when somebody may be disturbed', async ({ client, assert }) => {
    const company = await makeCompany()
    const bearer = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
    const week = [...Array.from({ length: 5 }, () => ({ from: '08:00', to: '18:00' })), null, null]
    const wanted = { timeZone: 'Europe/Berlin', week, intervalMinutes: 60 }
    const told = await client.put('/api/notification_rhythm').bearerToken(bearer).json(wanted)
    const { id } = company.admin.user
    assert.deepEqual(told.body().data, { id, ...wanted })
    const read = await client.get('/api/notification_rhythm').bearerToken(bearer)
    assert.deepEqual(read.body().data, { id, ...wanted })
    const reading = await company.inside(() =>
      AccessToken.mint(company.admin.user, 'Reader', { scopes: ['notifications:read'] })
    )
    ;(await client.get('/api/notification_rhythm').bearerToken(reading)).assertStatus(200)
    ;(await client.put('/api/notification_rhythm').bearerToken(reading).json(wanted)).assertStatus(403)
  })
})
