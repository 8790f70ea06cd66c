import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import AccessToken from '#app/access_tokens/access_token'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import LeadFlow from '#app/lead_flows/lead_flow'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import Role from '#app/access/role'
import User from '#app/identity/user'
import { makeMemberWith, makeRole, makeTeam } from '#tests/access_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { makeQrCode } from '#tests/qr_factories'
import { tomorrow } from '#tests/functional/stranger/world'

type Value = { value: string | null; words: string | null }
type Entry = {
  id: string
  kind: string
  actor: { kind: string; id: string | null; name: string | null }
  changes: { field: string; label: string; before: Value; after: Value }[]
}
type Page = { entries: Entry[]; meta: { nextCursor: string | null }; current: Record<string, string | null> }

const ANN = { name: 'Ann Smith', phone: '(303) 555-0142', email: 'ann@example.com', country: 'US' }

const told = (entries: Entry[]) =>
  entries.map(({ kind, changes }) => [
    kind,
    ...changes.map(({ field, before, after }) => `${field}: ${before.words} -> ${after.words}`),
  ])

async function read(client: ApiClient, { path }: Company, who: Member, place: string, qs: object = {}) {
  const response = await client
    .get(path(`/history/${place}`))
    .qs(qs)
    .loginAs(who.identity)
    .withInertia()
  response.assertStatus(200)
  return response.inertiaProps as Page
}

const revise = ({ as, admin }: Company, id: string, changes: object, by = admin) =>
  as(by, async () => (await Customer.findOrFail(id)).revise(changes))

test.group('The history of a record', () => {
  test('tells who changed which field from what to what, newest first', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await company.as(company.admin, () => Customer.register(ANN))
    await revise(company, ann.id, { phone: '303 555 0199', notes: 'Ring twice' })
    await revise(company, ann.id, { notes: null })
    const { entries } = await read(client, company, company.admin, `customers/${ann.id}`)
    assert.deepEqual(told(entries), [
      ['customer.updated', 'notes: Ring twice -> null'],
      ['customer.updated', 'phone: +13035550142 -> +13035550199', 'notes: null -> Ring twice'],
      ['customer.created'],
    ])
    assert.deepEqual(entries[0].actor, { kind: 'user', id: company.admin.user.id, name: 'Test admin' })
  })

  test('names the people, teams and customers behind ids', async ({ client, assert }) => {
    const company = await makeCompany()
    const dana = await makeMember(company.tenant, 'agent', 'Dana Ruiz')
    const { lead, team } = await company.as(company.admin, async () => {
      const made = { lead: await receiveLead(), team: await makeTeam() }
      await made.lead.assign(dana.user)
      await made.lead.assign(null)
      await made.lead.giveTo(made.team)
      return made
    })
    const { entries } = await read(client, company, company.admin, `leads/${lead.id}`)
    assert.deepEqual(told(entries).slice(0, 3), [
      ['lead.given', `teamId: null -> ${team.name}`],
      ['lead.assigned', 'assigneeId: Dana Ruiz -> null'],
      ['lead.assigned', 'assigneeId: null -> Dana Ruiz'],
    ])
  })

  test('takes in what belongs to the record: messages, the order and its visits', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const lead = await company.as(company.admin, async () => {
      const one = await receiveLead()
      await Message.post({ lead: one, author: 'customer', body: 'Hello' })
      const order = await Order.fromLead(one, { window: tomorrow(), assignee: null, note: null, by: null })
      const visit = await Visit.findByOrFail('orderId', order.id)
      await visit.reschedule({ window: tomorrow(), assignee: null, note: 'At the back door' })
      return one
    })
    const { entries } = await read(client, company, company.admin, `leads/${lead.id}`)
    assert.deepEqual(told(entries)[0], ['visit.rescheduled', 'note: null -> At the back door'])
    assert.includeMembers(
      entries.map(({ kind }) => kind),
      ['message.created', 'order.created', 'visit.planned', 'lead.converted', 'lead.created']
    )
  })

  test('is there for every kind of record that has events', async ({ client, assert }) => {
    const company = await makeCompany()
    const { admin, as, tenant } = company
    const places = await as(admin, async () => {
      const code = await makeQrCode()
      const customer = await Customer.register(ANN)
      await code.assign(customer, { by: null })
      const flow = await LeadFlow.begin('Boilers')
      const role = await makeRole('agent', { name: 'Night shift' })
      await (
        await Role.findOrFail(role.id)
      ).revise({
        name: 'Late shift',
        description: null,
        grants: {},
        fields: {},
      })
      const team = await makeTeam()
      await team.revise({ name: `${team.name} north`, parentId: null })
      const member = await User.findOrFail(admin.user.id)
      await member.change({ name: 'Alma Reyes' })
      await tenant.change({ name: 'Renamed' })
      const order = await Order.fromLead(await receiveLead(), {
        window: tomorrow(),
        assignee: null,
        note: null,
        by: null,
      })
      await order.cancel('Made by mistake')
      return {
        [`qr_codes/${code.id}`]: [
          'qr_code.assigned',
          'state: blank -> assigned',
          'customerId: null -> Ann Smith',
        ],
        [`qr_batches/${code.qrBatchId}`]: undefined,
        [`lead_flows/${flow.id}`]: ['lead_flow.created'],
        [`roles/${role.id}`]: ['role.updated', 'name: Night shift -> Late shift'],
        [`teams/${team.id}`]: ['team.updated', `name: ${team.name.replace(' north', '')} -> ${team.name}`],
        [`members/${member.id}`]: ['user.updated', 'name: Test admin -> Alma Reyes'],
        [`company/${tenant.id}`]: ['tenant.updated', `name: Company ${tenant.slug} -> Renamed`],
        [`orders/${order.id}`]: ['order.cancelled', 'status: scheduled -> cancelled'],
      }
    })
    for (const [place, expected] of Object.entries(places)) {
      const { entries } = await read(client, company, admin, place)
      if (expected) assert.deepEqual(told(entries)[0], expected, place)
    }
  })

  test('keeps what one unit changed in two steps as one change, and what a failed step wrote not at all', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const ann = await company.inside(() => Customer.register(ANN))
    await company.as(company.admin, async () => {
      const one = await Customer.findOrFail(ann.id)
      await one.merge({ city: 'Denver' }).save()
      await one.revise({ city: 'Boulder' })
      await db
        .transaction(async () => {
          await one.merge({ city: 'Nowhere' }).save()
          throw new Error('undone')
        })
        .catch(() => {})
      await (await Customer.findOrFail(ann.id)).revise({ notes: 'Later' })
    })
    const { entries } = await read(client, company, company.admin, `customers/${ann.id}`)
    assert.deepEqual(told(entries), [
      ['customer.updated', 'notes: null -> Later'],
      ['customer.updated', 'city: null -> Boulder'],
      ['customer.created'],
    ])
  })

  test('is narrowed to a kind, a person, a field and days, and turns its pages', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const dana = await makeMember(company.tenant, 'agent', 'Dana Ruiz')
    const weekAgo = DateTime.utc().minus({ days: 7 })
    const ann = await clock.during(weekAgo, () => company.inside(() => Customer.register(ANN)))
    for (let number = 1; number <= 3; number++) await revise(company, ann.id, { notes: `Note ${number}` })
    await revise(company, ann.id, { city: 'Boulder' }, dana)
    const place = `customers/${ann.id}`
    const kindsWith = async (qs: object) =>
      told((await read(client, company, company.admin, place, qs)).entries)
    assert.deepEqual(await kindsWith({ kind: 'customer.created' }), [['customer.created']])
    assert.deepEqual(await kindsWith({ person: dana.user.id }), [
      ['customer.updated', 'city: null -> Boulder'],
    ])
    assert.lengthOf(await kindsWith({ field: 'notes' }), 3)
    const day = (moment: DateTime) => moment.setZone(company.tenant.timeZone).toISODate()
    assert.deepEqual(await kindsWith({ from: day(weekAgo), until: day(weekAgo) }), [['customer.created']])
    const first = await read(client, company, company.admin, place, { limit: 2 })
    const second = await read(client, company, company.admin, place, {
      limit: 2,
      after: first.meta.nextCursor,
    })
    const third = await read(client, company, company.admin, place, {
      limit: 2,
      after: second.meta.nextCursor,
    })
    assert.lengthOf(new Set([first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id))), 5)
    assert.isNull(third.meta.nextCursor)
  })

  test('hides the past of fields that the role hides: values, filters and the changes themselves', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const blind = await makeMemberWith(company, 'agent', {
      grants: { customers: { read: 'all', edit: 'all' } },
      fields: { customers: { phone: 'none' } },
    })
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { phone: '303 555 0199' })
    await revise(company, ann.id, { phone: '303 555 0177', city: 'Boulder' })
    const place = `customers/${ann.id}`
    const { entries, current } = await read(client, company, blind, place)
    assert.deepEqual(told(entries), [['customer.updated', 'city: null -> Boulder'], ['customer.created']])
    assert.notProperty(current, 'phone')
    assert.notMatch(JSON.stringify(entries), /555\D?01(77|99)/)
    assert.deepEqual((await read(client, company, blind, place, { field: 'phone' })).entries, [])
    assert.lengthOf((await read(client, company, company.admin, place, { field: 'phone' })).entries, 2)
  })

  test('shows what bears on safety only to those who may read the audit log', async ({ client, assert }) => {
    const company = await makeCompany()
    const lead = await makeMemberWith(company, 'supervisor', { grants: { members: { read: 'all' } } })
    await company.as(company.admin, async () => {
      const user = await User.findOrFail(lead.user.id)
      await user.change({ name: 'Lee' })
    })
    const place = `members/${lead.user.id}`
    assert.isNotEmpty((await read(client, company, company.admin, place)).entries)
    assert.deepEqual((await read(client, company, lead, place)).entries, [])
  })

  test('is not there for whoever may not see the record', async ({ client }) => {
    const company = await makeCompany()
    const associate = await makeMember(company.tenant, 'associate')
    const lead = await company.inside(() => receiveLead())
    for (const [place, status] of [
      [`leads/${lead.id}`, 404],
      [`company/${company.tenant.id}`, 403],
      [`members/${associate.user.id}`, 403],
      [`nothing/${lead.id}`, 404],
    ] as const) {
      const response = await client
        .get(company.path(`/history/${place}`))
        .loginAs(associate.identity)
        .withInertia()
      response.assertStatus(status)
    }
  })

  test('is read over the API, as far as the token reaches', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { city: 'Boulder' })
    const mint = (scopes: string[] | null) =>
      company.inside(() => AccessToken.mint(company.admin.user, 'Reader', { scopes } as never))
    const get = async (token: string) =>
      client.get(`/api/history/customers/${ann.id}`).bearerToken(token).accept('json')
    const answer = await get(await mint(null))
    answer.assertStatus(200)
    assert.containSubset(answer.body(), {
      data: [
        {
          kind: 'customer.updated',
          changes: [{ field: 'city', label: 'City', before: { value: null }, after: { value: 'Boulder' } }],
        },
        { kind: 'customer.created' },
      ],
      meta: { nextCursor: null },
    })
    const limited = await get(await mint(['leads:read']))
    assert.include([403, 404], limited.status())
  })
})

test.group('An earlier value', () => {
  const lastEntry = async (client: ApiClient, company: Company, place: string) =>
    (await read(client, company, company.admin, place)).entries[0]
  const put = (client: ApiClient, { path }: Company, who: Member, place: string, body: object) =>
    client
      .post(path(`/history/${place}/restorations`))
      .json(body)
      .loginAs(who.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)

  test('is put back by the verb of any other change, which the history tells', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { phone: '303 555 0199' })
    const place = `customers/${ann.id}`
    const entry = await lastEntry(client, company, place)
    const response = await put(client, company, company.admin, place, {
      entryId: entry.id,
      field: 'phone',
      seen: '+13035550199',
    })
    response.assertStatus(302)
    response.assertFlashMessage('notice', 'Phone says again what it said before')
    const { entries, current } = await read(client, company, company.admin, place)
    assert.deepEqual(told(entries)[0], ['customer.updated', 'phone: +13035550199 -> +13035550142'])
    assert.equal(current.phone, '+13035550142')
    const { phoneRev } = await company.inside(() => Customer.findOrFail(ann.id))
    assert.equal(phoneRev, '24105553031')
  })

  test('is not put back over a change that came meanwhile', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { notes: 'First' })
    const place = `customers/${ann.id}`
    const entry = await lastEntry(client, company, place)
    await revise(company, ann.id, { notes: 'Meanwhile' })
    const response = await put(client, company, company.admin, place, {
      entryId: entry.id,
      field: 'notes',
      seen: 'First',
    })
    const errors = response.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.include(errors.E_VALUE_CHANGED[0], '“Meanwhile” now')
    assert.equal((await company.inside(() => Customer.findOrFail(ann.id))).notes, 'Meanwhile')
  })

  test('of two who put it back at once, one is told', async ({ client, assert }) => {
    const company = await makeCompany()
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { city: 'Boulder' })
    await revise(company, ann.id, { city: 'Aspen' })
    const place = `customers/${ann.id}`
    const { entries } = await read(client, company, company.admin, place)
    const answers = await Promise.all(
      entries
        .slice(0, 2)
        .map(({ id }) =>
          put(client, company, company.admin, place, { entryId: id, field: 'city', seen: 'Aspen' })
        )
    )
    const refused = answers.filter((one) => one.flashMessage('inputErrorsBag'))
    assert.lengthOf(refused, 1)
  })

  test('passes the validator and the rights of an ordinary change', async ({ client, assert }) => {
    const company = await makeCompany()
    const agent = await makeMember(company.tenant, 'agent')
    const reader = await makeMemberWith(company, 'agent', {
      grants: { customers: { read: 'all', edit: 'all' } },
      fields: { customers: { phone: 'read' } },
    })
    const ann = await company.inside(() => Customer.register(ANN))
    await revise(company, ann.id, { phone: '303 555 0199' })
    const place = `customers/${ann.id}`
    const { id: entryId } = await lastEntry(client, company, place)
    const body = { entryId, field: 'phone', seen: '+13035550199' }
    const locked = await put(client, company, reader, place, body)
    assert.property(locked.flashMessage('inputErrorsBag'), 'E_NOT_RESTORABLE')
    const { id } = await company.inside(() => receiveLead())
    const lead = await company.as(company.admin, async () => {
      const one = await Lead.findOrFail(id)
      await one.revise({ contactName: 'Dan' })
      await one.cancel()
      return one
    })
    const entries = (await read(client, company, company.admin, `leads/${lead.id}`)).entries
    const renamed = entries.find(({ kind }) => kind === 'lead.updated')!
    const closed = await put(client, company, company.admin, `leads/${lead.id}`, {
      entryId: renamed.id,
      field: 'contactName',
      seen: 'Dan',
    })
    assert.property(closed.flashMessage('inputErrorsBag'), 'E_LEAD_CLOSED')
    const status = await put(client, company, company.admin, `leads/${lead.id}`, {
      entryId: entries[0].id,
      field: 'status',
      seen: 'cancelled',
    })
    assert.property(status.flashMessage('inputErrorsBag'), 'E_NOT_RESTORABLE')
    const foreign = await put(client, company, agent, `members/${agent.user.id}`, body)
    foreign.assertStatus(403)
    const elsewhere = await put(client, company, company.admin, `leads/${lead.id}`, body)
    elsewhere.assertStatus(404)
  })

  test('is put back over the API', async ({ client, assert }) => {
    const company = await makeCompany()
    await company.as(company.admin, () => company.tenant.change({ phone: '+13035550111' }))
    const token = await company.inside(() => AccessToken.mint(company.admin.user, 'Writer'))
    const place = `/api/history/company/${company.tenant.id}`
    const { data } = (await client.get(place).bearerToken(token).accept('json')).body() as { data: Entry[] }
    const response = await client
      .post(`${place}/restorations`)
      .bearerToken(token)
      .accept('json')
      .json({ entryId: data[0].id, field: 'phone', seen: '+13035550111' })
    response.assertStatus(204)
    const { entries } = await read(client, company, company.admin, `company/${company.tenant.id}`)
    assert.deepEqual(told(entries)[0], ['tenant.updated', 'phone: +13035550111 -> +13035550100'])
  })
})
