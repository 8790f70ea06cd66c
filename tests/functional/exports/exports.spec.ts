import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import type { RoleDraft } from '#app/access/role'
import Customer from '#app/customers/customer'
import LeadExport from '#app/leads/lead_export'
import Order from '#app/orders/order'
import { csvRows } from '#tests/csv_reader'
import { makeMemberWith, makeTeam, withRights } from '#tests/access_factories'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { tomorrow } from '#tests/functional/stranger/world'
import { receiveLead } from '#tests/lead_factories'

type What = 'leads' | 'customers' | 'orders'

const begin = (client: ApiClient, { path }: Company, by: Member, what: What, filters: object = {}) =>
  client
    .post(path(`/${what}/exports`))
    .json(filters)
    .loginAs(by.identity)
    .withCsrfToken()
    .withInertia()
    .redirects(0)

/** Begins an export and fetches its file, as the screen does. */
async function fileOf(client: ApiClient, company: Company, by: Member, what: What, filters: object = {}) {
  const begun = await begin(client, company, by, what, filters)
  begun.assertStatus(302)
  const address = begun.flashMessage('download') as unknown as string
  const answer = await client.get(address).loginAs(by.identity)
  answer.assertStatus(200)
  const text = answer.text() ?? String(answer.body())
  const [head, ...rows] = csvRows(text.replace(/^\uFEFF/, ''))
  return {
    answer,
    text,
    head,
    address,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell]))),
  }
}

const someone = (company: Company, draft: Partial<RoleDraft>) => makeMemberWith(company, 'agent', draft)

test.group('An export of leads', () => {
  test('holds what the list shows, by the clock of the company, and is audited before a byte leaves', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany({ timeZone: 'Asia/Kolkata' })
    const { inside, admin, tenant } = company
    const lead = await inside(async () => {
      const one = await receiveLead({ contact: { name: 'Ann "A" Smith,\nJr' }, summary: 'Leak' })
      await one.assign(admin.user)
      await receiveLead({ contact: { name: 'Bob' }, source: 'qr' })
      return one
    })
    const { rows, answer, text } = await fileOf(client, company, admin, 'leads', { source: 'manual' })
    answer.assertHeader('content-type', 'text/csv; charset=utf-8')
    const day = DateTime.now().setZone('Asia/Kolkata').toISODate()
    assert.equal(
      answer.header('content-disposition'),
      `attachment; filename="leads-${tenant.slug}-${day}.csv"`
    )
    assert.equal(text.charCodeAt(0), 0xfeff)
    assert.lengthOf(rows, 1)
    assert.deepInclude(rows[0], {
      Number: String(lead.number),
      'Received (Asia/Kolkata)': lead.createdAt.setZone('Asia/Kolkata').toFormat('yyyy-MM-dd HH:mm'),
      Status: 'new',
      Name: 'Ann "A" Smith,\nJr',
      Phone: '(303) 555-0142',
      'E-mail': 'dana@example.com',
      Address: '18 Elm St, Denver',
      Request: 'Leak',
      Assignee: 'Test admin',
      Id: lead.id,
    })
    const [event] = await inside(() => db.from('events').where('name', 'leads.exported'))
    assert.deepInclude(event, { audited: true, actor_id: admin.user.id })
    assert.deepEqual(event.data, { count: 1, filters: { source: 'manual' } })
    const log = await client.get(company.path('/settings/audit')).loginAs(admin.identity).withInertia()
    assert.include(JSON.stringify(log.inertiaProps), 'exported 1 lead')
  })

  test('goes as far as the right to export, and no further', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, tenant } = company
    const mate = await makeMember(tenant, 'agent')
    const levels = {
      all: ['Both', 'Mates', 'Mine', 'Nobodys'],
      team: ['Both', 'Mates', 'Mine'],
      own: ['Mine'],
    }
    for (const [level, expected] of Object.entries(levels)) {
      const one = await someone(company, { grants: { leads: { read: 'all', export: level as 'all' } } })
      await inside(async () => {
        await db.from('leads').where('tenant_id', tenant.id).delete()
        const team = await makeTeam([one.user, mate.user])
        const mine = await receiveLead({ contact: { name: 'Mine' } })
        const mates = await receiveLead({ contact: { name: 'Mates' } })
        const both = await receiveLead({ contact: { name: 'Both' } })
        await receiveLead({ contact: { name: 'Nobodys' } })
        await mine.assign(one.user)
        await mates.assign(mate.user)
        await both.giveTo(team)
      })
      const { rows } = await fileOf(client, company, one, 'leads')
      assert.deepEqual(rows.map(({ Name }) => Name).sort(), expected, level)
    }
    for (const draft of [{ export: 'none' }, { read: 'none', export: 'all' }] as const) {
      const one = await someone(company, { grants: { leads: draft } })
      ;(await begin(client, company, one, 'leads')).assertStatus(403)
    }
  })

  test('leaves out what the role hides', async ({ client, assert }) => {
    const company = await makeCompany()
    const fields = {
      leads: { phone: 'none', email: 'read' },
      customers: { notes: 'none' },
      orders: { note: 'none' },
    }
    const grants = {
      leads: { read: 'all', export: 'all' },
      customers: { read: 'all', export: 'all' },
      orders: { read: 'all', export: 'all' },
    }
    const one = await someone(company, { grants: grants as never, fields: fields as never })
    await company.inside(async () => {
      const lead = await receiveLead()
      await Order.fromLead(lead, { window: tomorrow(), assignee: null, note: 'Secret', by: null })
      await Customer.register({ name: 'Cleo', notes: 'Secret', country: 'US' })
    })
    const leads = await fileOf(client, company, one, 'leads')
    assert.notInclude(leads.head, 'Phone')
    assert.include(leads.head, 'E-mail')
    assert.notInclude(leads.text, '555-0142')
    assert.notInclude((await fileOf(client, company, one, 'customers')).text, 'Secret')
    assert.notInclude((await fileOf(client, company, one, 'orders')).text, 'Secret')
  })

  test('goes through as many batches as there are, each lead once', async ({ client, assert }) => {
    const company = await makeCompany()
    const { tenant, admin, inside } = company
    await inside(() =>
      db.rawQuery(
        `insert into leads (id, tenant_id, number, source, contact_name, name_norm, summary, created_at, updated_at)
         select gen_random_uuid(), ?, n, 'manual', 'Ann', 'ann', 'Leak', now(), now() from generate_series(1, 2500) n`,
        [tenant.id]
      )
    )
    const { rows } = await fileOf(client, company, admin, 'leads')
    assert.lengthOf(new Set(rows.map(({ Id }) => Id)) as never, 2_500)
  })

  test('is fetched by who began it, soon, and by nobody else', async ({ client }) => {
    const company = await makeCompany()
    const other = await makeMember(company.tenant, 'admin')
    const { address } = await fileOf(client, company, company.admin, 'leads')
    ;(await client.get(address).loginAs(other.identity)).assertStatus(404)
    clock.travelTo(DateTime.utc().plus({ minutes: 16 }))
    const late = await client.get(address).loginAs(company.admin.identity)
    clock.comeBack()
    late.assertStatus(404)
  })

  test('asks first who is there, when their sign-in lies back', async ({ client, assert }) => {
    const company = await makeCompany()
    const asked = await client
      .post(company.path('/leads/exports'))
      .json({})
      .withSession({ provenAt: 0 })
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
    assert.isTrue(asked.flashMessage('isConfirmationAsked') as unknown as boolean)
    assert.isEmpty(await company.inside(() => db.from('events').where('name', 'leads.exported')))
    const { address } = await fileOf(client, company, company.admin, 'leads')
    const late = await client
      .get(address)
      .withSession({ provenAt: 0 })
      .loginAs(company.admin.identity)
      .redirects(0)
    late.assertStatus(302)
  })

  test('keeps one page in memory, whatever its length', async ({ assert }) => {
    const { tenant, admin, inside } = await makeCompany()
    await inside(() =>
      db.rawQuery(
        `insert into leads (id, tenant_id, number, source, contact_name, name_norm, summary, created_at, updated_at)
         select gen_random_uuid(), ?, n, 'manual', 'Ann', 'ann', 'Leak', now(), now() from generate_series(1, 5000) n`,
        [tenant.id]
      )
    )
    const user = await inside(() => withRights(admin.user))
    const unit = { tenantId: tenant.id, actor: { kind: 'user', id: user.id, name: user.name } } as const
    let asked = 0
    const file = new (class extends LeadExport {
      protected page(after?: string) {
        asked++
        return super.page(after)
      }
    })(user, tenant, {})
    const stream = file.stream(unit)[Symbol.asyncIterator]()
    await stream.next()
    await stream.next()
    // Nobody reads on, and so nothing more is fetched than what waits to be read.
    await new Promise((resolve) => setImmediate(resolve))
    assert.isAtMost(asked, 2)
    await stream.return?.()
  })
})

test.group('An export of customers', () => {
  test('holds each customer of the list, also of a search', async ({ client, assert }) => {
    const company = await makeCompany()
    await company.inside(async () => {
      for (const name of ['Ann Smith', 'Ann Jones', 'Bob'])
        await Customer.register({
          name,
          phone: '+491701234567',
          email: 'a@example.com',
          street: '1 Elm St',
          city: 'Denver',
          country: 'US',
          notes: 'Dog',
        })
      await (await Customer.findByOrFail('name', 'Bob')).archive()
    })
    const { rows } = await fileOf(client, company, company.admin, 'customers')
    assert.deepEqual(
      rows.map(({ Name }) => Name),
      ['Ann Jones', 'Ann Smith']
    )
    assert.deepInclude(rows[0], {
      Phone: "'+49 170 1234567",
      'E-mail': 'a@example.com',
      Street: '1 Elm St',
      City: 'Denver',
      Country: 'US',
      Notes: 'Dog',
    })
    const smiths = await fileOf(client, company, company.admin, 'customers', { search: 'smith' })
    assert.deepEqual(
      smiths.rows.map(({ Name }) => Name),
      ['Ann Smith']
    )
    const archived = await fileOf(client, company, company.admin, 'customers', { state: 'archived' })
    assert.deepEqual(
      archived.rows.map(({ Name }) => Name),
      ['Bob']
    )
    const counts = await company.inside(() =>
      db.from('events').where('name', 'customers.exported').orderBy('id').select('data')
    )
    assert.deepEqual(
      counts.map(({ data }) => data.count),
      [2, 1, 1]
    )
  })
})

test.group('An export of orders', () => {
  test('holds each order with its visit', async ({ client, assert }) => {
    const company = await makeCompany()
    const window = tomorrow()
    await company.inside(async () => {
      const lead = await receiveLead({ summary: 'Boiler' })
      await Order.fromLead(lead, { window, assignee: company.admin.user, note: 'Ring twice', by: null })
      const other = await receiveLead({ summary: 'Tap' })
      await (await Order.fromLead(other, { window, assignee: null, note: null, by: null })).cancel('No')
    })
    const { rows } = await fileOf(client, company, company.admin, 'orders', { status: 'scheduled' })
    assert.lengthOf(rows, 1)
    assert.deepInclude(rows[0], {
      Work: 'Boiler',
      Customer: 'Dana Whitfield',
      Address: '18 Elm St, Denver',
      'Who goes': 'Test admin',
      Note: 'Ring twice',
      'Visit from (America/Denver)': window.startsAt.setZone('America/Denver').toFormat('yyyy-MM-dd HH:mm'),
    })
  })
})
