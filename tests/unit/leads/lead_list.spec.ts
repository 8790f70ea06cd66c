import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Customer from '#app/customers/customer'
import Message from '#app/messages/message'
import LeadList, { type LeadFilters } from '#app/leads/lead_list'
import { makeCompany, makeMember } from '#tests/factories'
import { makeTeam } from '#tests/access_factories'
import { receiveLead } from '#tests/lead_factories'

const DENVER = { country: 'US', timeZone: 'America/Denver' }

async function desk() {
  const company = await makeCompany()
  const list = (filters: LeadFilters = {}, user = company.admin.user) => new LeadList(user, DENVER, filters)
  const names = async (filters: LeadFilters = {}) =>
    (await list(filters).page()).rows.map((row) => row.contact_name)
  return { ...company, list, names }
}

test.group('The list of leads', () => {
  test('shows the newest first, with what a row needs', async ({ assert }) => {
    const { inside, admin, list } = await desk()
    await inside(async () => {
      const lead = await receiveLead()
      await lead.assign(admin.user)
      await Message.post({ lead, author: 'customer', body: 'Hello' })
      await Message.post({ lead, author: admin.user, body: 'Hello' })
      await receiveLead({ contact: { name: 'Zoe Young' } })
      const { rows, nextCursor } = await list().page()
      assert.isNull(nextCursor)
      assert.deepEqual(
        rows.map((row) => row.contact_name),
        ['Zoe Young', 'Dana Whitfield']
      )
      const { created_at: createdAt, ...row } = rows[1]
      assert.instanceOf(createdAt, Date)
      assert.deepEqual(row, {
        id: lead.id,
        number: lead.number,
        number_prefix: '',
        status: 'new',
        source: 'manual',
        contact_name: 'Dana Whitfield',
        contact_phone: '+13035550142',
        address: '18 Elm St, Denver',
        summary: 'Boiler makes a knocking noise',
        assignee_id: admin.user.id,
        assignee_name: 'Test admin',
        short_code: null,
        photos: 0,
        unread: 1,
      })
    })
  })

  test('goes on where the page before ended, also when leads arrive meanwhile', async ({ assert }) => {
    const { inside, list } = await desk()
    await inside(async () => {
      const made: number[] = []
      for (let n = 0; n < 30; n++) made.unshift((await receiveLead()).number)
      const first = await list().page()
      await receiveLead()
      const second = await list({ after: first.nextCursor! }).page()
      assert.deepEqual(
        [...first.rows, ...second.rows].map((row) => row.number),
        made
      )
      assert.lengthOf(first.rows, 25)
      assert.isNull(second.nextCursor)
      assert.equal(await list().count(), '31')
    })
  })

  test('filters by a team: what its people have, and what was given to it while nobody has it', async ({
    assert,
  }) => {
    const { inside, tenant, admin, names } = await desk()
    const { user: agent } = await makeMember(tenant, 'agent')
    await inside(async () => {
      const north = await makeTeam([admin.user])
      const below = await makeTeam([agent], north)
      const ann = await receiveLead({ contact: { name: 'Ann' } })
      const bob = await receiveLead({ contact: { name: 'Bob' } })
      const cy = await receiveLead({ contact: { name: 'Cy' } })
      const dee = await receiveLead({ contact: { name: 'Dee' } })
      await receiveLead({ contact: { name: 'Eve' } })
      await ann.assign(admin.user)
      await bob.assign(agent)
      await cy.giveTo(north)
      await dee.giveTo(north)
      await dee.assign(agent)
      assert.deepEqual(await names({ team: north.id }), ['Dee', 'Cy', 'Bob', 'Ann'])
      assert.deepEqual(await names({ team: below.id }), ['Dee', 'Bob'])
      assert.deepEqual(await names({ team: north.id, assignee: 'me' }), ['Ann'])
      const list = new LeadList(admin.user, DENVER, { team: north.id })
      assert.equal(await list.count(), '4')
    })
  })

  test('filters by status, source and assignee', async ({ assert }) => {
    const { inside, tenant, admin, names } = await desk()
    const { user: agent } = await makeMember(tenant, 'agent')
    await inside(async () => {
      const ann = await receiveLead({ contact: { name: 'Ann' } })
      const bob = await receiveLead({ contact: { name: 'Bob' }, source: 'qr' })
      await receiveLead({ contact: { name: 'Cy' } })
      await ann.assign(admin.user)
      await bob.assign(agent)
      await bob.start()
      assert.deepEqual(await names({ status: 'in_progress' }), ['Bob'])
      assert.deepEqual(await names({ source: 'manual' }), ['Cy', 'Ann'])
      assert.deepEqual(await names({ assignee: 'me' }), ['Ann'])
      assert.deepEqual(await names({ assignee: 'none' }), ['Cy'])
      assert.deepEqual(await names({ assignee: agent.id }), ['Bob'])
    })
  })

  test('finds by the start of a name, by number and by phone', async ({ assert }) => {
    const { inside, names } = await desk()
    await inside(async () => {
      const lead = await receiveLead({ contact: { name: 'José Ångström', phone: '+13035550199' } })
      await receiveLead()
      assert.deepEqual(await names({ search: 'jose ang' }), ['José Ångström'])
      assert.deepEqual(await names({ search: `#${lead.number}` }), ['José Ångström'])
      assert.deepEqual(await names({ search: `${lead.number}` }), ['José Ångström'])
      assert.deepEqual(await names({ search: '(303) 555-0199' }), ['José Ångström'])
      assert.deepEqual(await names({ search: '%' }), [])
    })
  })

  test('finds by words of the customer’s name and address, all of them', async ({ assert }) => {
    const { inside, names, list } = await desk()
    await inside(async () => {
      const customer = await Customer.register({
        name: 'Priya Raghunathan',
        street: '2207 N Franklin St',
        city: 'Denver',
        country: 'US',
      })
      await receiveLead({ customerId: customer.id, contact: { name: 'Priya Raghunathan' } })
      await receiveLead()
      for (const search of ['raghu', 'priya', 'frank denv', 'Raghunathan 2207']) {
        assert.deepEqual(await names({ search }), ['Priya Raghunathan'], search)
      }
      assert.deepEqual(await names({ search: 'raghu boulder' }), [])
      assert.equal(await list({ search: 'raghu' }).count(), '1')
    })
  })

  test('counts no further than is useful', async ({ assert }) => {
    const { inside, tenant, list } = await desk()
    await inside(async () => {
      await db.rawQuery(
        `insert into leads (id, tenant_id, number, source, contact_name, name_norm, summary, created_at, updated_at)
         select gen_random_uuid(), ?, n, 'manual', 'Ann', 'ann', 'Leak', now(), now() from generate_series(1, 10001) as n`,
        [tenant.id]
      )
      assert.equal(await list().count(), '10,000+')
      assert.equal(await list({ status: 'lost' }).count(), '0')
    })
  })

  test('takes the same few queries however many rows it shows', async ({ assert }) => {
    const { inside, list } = await desk()
    await inside(async () => {
      for (let n = 0; n < 5; n++)
        await Message.post({ lead: await receiveLead(), author: 'customer', body: 'Hello' })
      let queries = 0
      const count = () => queries++
      const { default: emitter } = await import('@adonisjs/core/services/emitter')
      emitter.on('db:query', count)
      const client = db.connection('app')
      const debug = client.debug
      client.debug = true
      await list().page()
      client.debug = debug
      emitter.off('db:query', count)
      assert.equal(queries, 1)
    })
  })
})
