import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import CrmWorker from '#app/crm_connections/crm_worker'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan, type Planned } from '#app/crm_deals/crm_deal_plan'
import CrmDealWorker from '#app/crm_deals/crm_deal_worker'
import DueDealsWorker from '#app/crm_deals/due_deals_worker'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Note from '#app/notes/note'
import { newId } from '#app/platform/ids'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { makeMemberWith } from '#tests/access_factories'
import { makeMember, type Member } from '#tests/factories'
import { formErrors } from '#tests/form_errors'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

const PAGE = '/settings/customer_system/deals'
const PLAN: Planned = {
  pipelineId: 'default',
  stages: {
    new: 'appointmentscheduled',
    in_progress: 'qualifiedtobuy',
    converted: 'closedwon',
    cancelled: 'closedlost',
    lost: 'closedlost',
  },
  withNotes: false,
}

test.group('Requests that become deals', (group) => {
  let hubspot: HubSpotServer

  group.each.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  /** A company with one customer who has a record there. */
  async function setting(planned: Partial<Planned> | null = {}) {
    const company = await companyOf(hubspot)
    const { inside, tenant, admin, connection, customers, path } = company
    const plan = (changes: Partial<Planned> = {}) =>
      inside(() => CrmDealPlan.keep(connection, { ...PLAN, ...changes }, 'Sales Pipeline'))
    if (planned) await plan(planned)
    const start = newId()
    const settle = async () => {
      for (const worker of [DueDealsWorker, CrmWorker, CrmDealWorker])
        await handOverAfter(start, tenant.id, worker)
    }
    const [customer] = customers
    return {
      ...company,
      plan,
      settle,
      customer,
      receive: (facts: Parameters<typeof receiveLead>[0] = {}) =>
        inside(() => receiveLead({ customerId: customer.id, ...facts })),
      change: ({ id }: Lead, work: (lead: Lead) => Promise<unknown>) =>
        inside(async () => work(await Lead.findOrFail(id))),
      note: (lead: Lead, body: string) =>
        inside(async () => Note.write({ lead: await Lead.findOrFail(lead.id), author: admin.user, body })),
      dealOf: (lead: Lead) => inside(() => CrmDeal.findBy('leadId', lead.id)),
      recordOf: async (lead: Lead) => {
        const deal = await inside(() => CrmDeal.findByOrFail('leadId', lead.id))
        return hubspot.sales.deals.get(deal.externalId!)!
      },
      pageOf: async (client: ApiClient, lead: Lead) =>
        (
          await client
            .get(path(`/leads/${lead.id}`))
            .loginAs(admin.identity)
            .withInertia()
        ).body().props.deal,
    }
  }

  test('are deals on the record of their customer, in the stage of their state', async ({
    client,
    assert,
  }) => {
    const { receive, settle, recordOf, records, pageOf, portal } = await setting()
    const lead = await receive()
    assert.isNull(await pageOf(client, lead))
    await settle()
    const { of, properties, id } = await recordOf(lead)
    assert.equal(of[0].to.id, records[0])
    assert.containSubset(properties, {
      dealname: `${lead.reference} Dana Whitfield`,
      pipeline: 'default',
      dealstage: 'appointmentscheduled',
    })
    assert.deepEqual(await pageOf(client, lead), {
      label: 'HubSpot',
      kind: 'deal',
      url: `https://app.hubspot.com/contacts/${portal}/record/0-3/${id}`,
      isThere: true,
      isApart: false,
      failure: null,
      choices: { anew: false, apart: false },
    })
  })

  test('move to the stage of each state that they get, and to no other', async ({ assert }) => {
    const { receive, change, settle, recordOf } = await setting()
    const lead = await receive()
    await settle()
    const deal = await recordOf(lead)
    for (const [work, stage] of [
      [(one: Lead) => one.start(), 'qualifiedtobuy'],
      [(one: Lead) => one.lose('No answer'), 'closedlost'],
      [(one: Lead) => one.start(), 'qualifiedtobuy'],
    ] as const) {
      await change(lead, work)
      await settle()
      assert.equal(deal.properties.dealstage, stage)
    }
    deal.properties.dealstage = 'closedwon'
    await change(lead, (one) => one.revise({ summary: 'Another noise' }))
    await settle()
    assert.equal(deal.properties.dealstage, 'closedwon', 'moved by hand there, it stays')
    assert.equal(hubspot.sales.deals.size, 1)
  })

  test('wait for a customer who is new there too', async ({ assert }) => {
    const { inside, settle, recordOf } = await setting()
    const lead = await inside(async () => {
      const { id } = await Customer.register({ name: 'New Ann', country: 'US', email: 'new@example.com' })
      return receiveLead({ customerId: id })
    })
    await settle()
    await settle()
    const [{ to }] = (await recordOf(lead)).of
    assert.equal(hubspot.contact(to.id)!.email, 'new@example.com')
    assert.equal(hubspot.sales.deals.size, 1)
  })

  test('say why they are no deals when their customer is refused there, and become one later', async ({
    client,
    assert,
  }) => {
    const { inside, settle, recordOf, pageOf } = await setting()
    const [customer, lead] = await inside(async () => {
      const facts = { country: 'US', email: 'twice@example.com' }
      hubspot.make({ email: facts.email })
      await Customer.register({ ...facts, name: 'First' })
      const second = await Customer.register({ ...facts, name: 'Second' })
      return [second, await receiveLead({ customerId: second.id })] as const
    })
    await settle()
    await settle()
    assert.match((await pageOf(client, lead)).failure, /The customer of this request is not in HubSpot/)
    await inside(async () => (await Customer.findOrFail(customer.id)).revise({ email: 'own@example.com' }))
    await settle()
    await settle()
    assert.isDefined(await recordOf(lead))
    assert.isNull((await pageOf(client, lead)).failure)
  })

  test('get their assignee as owner, where one has the same address', async ({ assert }) => {
    const { receive, change, settle, recordOf, tenant, inside } = await setting()
    const [mia, stranger] = [await makeMember(tenant, 'agent'), await makeMember(tenant, 'agent')]
    await inside(async () => mia.user.merge({ email: 'mia@brightwater.example' }).save())
    const lead = await receive()
    await change(lead, (one) => one.assign(mia.user))
    await settle()
    const { properties } = await recordOf(lead)
    assert.equal(properties.hubspot_owner_id, '71')
    await change(lead, (one) => one.assign(stranger.user))
    await settle()
    assert.equal(properties.hubspot_owner_id, '71', 'nobody there has that address')
  })

  test('bring their own words along, and notes only where the company says so, from then on', async ({
    assert,
  }) => {
    const { receive, note, settle, plan, recordOf, tenant } = await setting()
    const lead = await receive({ summary: 'Leak <under> the sink' })
    await settle()
    await note(lead, 'She was angry')
    await settle()
    const { id } = await recordOf(lead)
    const bodies = () => hubspot.sales.notesOf(id).map(({ properties }) => properties.hs_note_body!)
    assert.lengthOf(bodies(), 1)
    assert.include(bodies()[0], 'Leak &lt;under&gt; the sink')
    assert.include(bodies()[0], `/c/${tenant.slug}/leads/${lead.id}`)
    await plan({ withNotes: true })
    await settle()
    assert.lengthOf(bodies(), 1, 'what was noted before stays here')
    await note(lead, 'Gate code 4711')
    await settle()
    await settle()
    assert.lengthOf(bodies(), 2)
    assert.match(bodies()[1], /noted:<br><br>Gate code 4711/)
    await plan({ withNotes: false })
    await note(lead, 'Secret again')
    await settle()
    assert.lengthOf(bodies(), 2)
  })

  test('that came before they were to become deals do not', async ({ assert }) => {
    const { receive, change, settle, plan, dealOf } = await setting(null)
    const lead = await receive()
    await settle()
    await plan()
    await change(lead, (one) => one.start())
    await settle()
    assert.isNull(await dealOf(lead))
    assert.equal(hubspot.sales.deals.size, 0)
  })

  test('become one deal though the answer was lost, and whatever comes twice', async ({ assert }) => {
    const { receive, settle, tenant } = await setting()
    await receive()
    const start = newId()
    await settle()
    assert.equal(hubspot.sales.deals.size, 1)
    const lead = await receive()
    hubspot.next({ pass: true }, { pass: true }, { cut: 'after' })
    await assert.rejects(settle)
    await settle()
    await settle()
    assert.equal(hubspot.sales.deals.size, 2)
    const { rows } = await db
      .connection('system')
      .rawQuery(`delete from consumed_events where tenant_id = ? returning event_id`, [tenant.id])
    assert.isNotEmpty(rows)
    await handOverAfter(start, tenant.id, CrmDealWorker)
    assert.equal(hubspot.sales.deals.size, 2)
    assert.lengthOf(hubspot.sales.notesOf([...hubspot.sales.deals.keys()][1]), 1)
    assert.isString(lead.id)
  })

  test('are written by one worker at a time, as they are in the end', async ({ assert }) => {
    const { receive, change, settle, tenant, recordOf, dealOf } = await setting()
    const lead = await receive()
    const { arrived, resume } = hubspot.pauseAtNext()
    const first = settle()
    await arrived
    const later = newId()
    await change(lead, (one) => one.start())
    for (const worker of [DueDealsWorker, CrmDealWorker]) await handOverAfter(later, tenant.id, worker)
    assert.equal(hubspot.sales.deals.size, 0, 'the second has not written beside the first')
    resume()
    await first
    assert.equal(hubspot.sales.deals.size, 1)
    assert.equal((await recordOf(lead)).properties.dealstage, 'qualifiedtobuy')
    assert.isNull((await dealOf(lead))!.heldBy)
  })

  test('say that a stage has gone there, and are written when another is chosen', async ({
    client,
    assert,
  }) => {
    const { receive, change, settle, plan, recordOf, pageOf } = await setting()
    const lead = await receive()
    await settle()
    const [{ stages }] = hubspot.sales.pipelines
    stages.splice(
      stages.findIndex(({ id }) => id === 'qualifiedtobuy'),
      1
    )
    await change(lead, (one) => one.start())
    await settle()
    assert.match((await pageOf(client, lead)).failure, /HubSpot has no such stage any more. Choose another/)
    await plan({ stages: { ...PLAN.stages, in_progress: 'closedwon' } })
    await settle()
    assert.equal((await recordOf(lead)).properties.dealstage, 'closedwon')
    assert.isNull((await pageOf(client, lead)).failure)
  })

  test('whose deal somebody deleted there are left alone, and say so', async ({ client, assert }) => {
    const { receive, change, settle, recordOf, pageOf } = await setting()
    const lead = await receive()
    await settle()
    hubspot.sales.remove((await recordOf(lead)).id)
    await change(lead, (one) => one.start())
    await settle()
    assert.containSubset(await pageOf(client, lead), { url: null, isThere: false })
    assert.match((await pageOf(client, lead)).failure, /Somebody deleted the deal in HubSpot/)
    await change(lead, (one) => one.lose('Gone'))
    await settle()
    assert.equal(hubspot.sales.deals.size, 1)
  })

  test('whose deals were merged there are one, which only the first of them goes on with', async ({
    client,
    assert,
  }) => {
    const { receive, change, settle, dealOf, recordOf, pageOf } = await setting()
    const [one, two] = [await receive(), await receive()]
    await settle()
    const ids = [(await recordOf(one)).id, (await recordOf(two)).id] as const
    const merged = hubspot.sales.mergeDeals(...ids)
    await change(one, (lead) => lead.start())
    await settle()
    assert.equal((await dealOf(one))!.externalId, merged)
    assert.equal((await recordOf(one)).properties.dealstage, 'qualifiedtobuy')
    await change(two, (lead) => lead.lose('No answer'))
    await settle()
    assert.equal((await recordOf(one)).properties.dealstage, 'qualifiedtobuy')
    assert.containSubset(await pageOf(client, two), { isThere: false, choices: { anew: true, apart: true } })
    assert.include((await pageOf(client, two)).failure, `became one with that of #${one.reference}`)
    assert.isNull((await pageOf(client, one)).failure)
  })

  /** One whose deal somebody deleted there. */
  async function withDeletedDeal() {
    const company = await setting()
    const { receive, change, settle, recordOf } = company
    const lead = await receive()
    await settle()
    hubspot.sales.remove((await recordOf(lead)).id)
    await change(lead, (one) => one.start())
    await settle()
    return { ...company, lead }
  }
  const choose = (
    client: ApiClient,
    { path, lead }: Awaited<ReturnType<typeof withDeletedDeal>>,
    { as, choice }: { as: Pick<Member, 'identity'>; choice: string }
  ) =>
    client
      .put(path(`/leads/${lead.id}/customer_system_deal`))
      .json({ choice })
      .loginAs(as.identity)
      .withCsrfToken()
      .redirects(0)

  test('whose deal was deleted become another one when somebody wants that, once', async ({
    client,
    assert,
  }) => {
    const company = await withDeletedDeal()
    const { lead, pageOf, settle, recordOf, admin, tenant } = company
    assert.deepEqual((await pageOf(client, lead)).choices, { anew: true, apart: true })
    for (let time = 0; time < 2; time++)
      (await choose(client, company, { as: admin, choice: 'anew' })).assertStatus(302)
    await settle()
    await settle()
    assert.equal(hubspot.sales.deals.size, 2)
    assert.equal((await recordOf(lead)).properties.dealstage, 'qualifiedtobuy')
    assert.containSubset(await pageOf(client, lead), {
      isThere: true,
      failure: null,
      choices: { anew: false },
    })
    const told = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: tenant.id, name: 'crm_deal.renewed' })
    assert.lengthOf(told, 1)
    assert.include(told[0], { audited: true, actor_id: admin.user.id })
  })

  test('whose deal was deleted stay here alone when somebody wants that, until they think better', async ({
    client,
    assert,
  }) => {
    const company = await withDeletedDeal()
    const { lead, pageOf, settle, change, plan, admin } = company
    ;(await choose(client, company, { as: admin, choice: 'apart' })).assertStatus(302)
    await change(lead, (one) => one.lose('Gone'))
    await plan({ withNotes: true })
    await settle()
    assert.equal(hubspot.sales.deals.size, 1)
    assert.containSubset(await pageOf(client, lead), {
      isThere: false,
      isApart: true,
      failure: null,
      choices: { anew: true, apart: false },
    })
    await choose(client, company, { as: admin, choice: 'anew' })
    await settle()
    assert.equal(hubspot.sales.deals.size, 2)
  })

  test('whose deal was deleted are decided about by whoever may change them', async ({ client, assert }) => {
    const company = await withDeletedDeal()
    const { lead, dealOf } = company
    const reader = await makeMemberWith(company, 'admin', { grants: { leads: { read: 'all' } } })
    ;(await choose(client, company, { as: reader, choice: 'anew' })).assertStatus(403)
    assert.isNotNull((await dealOf(lead))!.goneAt)
  })

  test('whose customer was found to be somebody there become deals then', async ({ client, assert }) => {
    const { inside, settle, recordOf, pageOf, feed, connection } = await setting()
    await feed()
    const [lead, customer] = await inside(async () => {
      const { id } = await Customer.register({ name: 'Ann Lee', country: 'US', phone: '+13035550199' })
      return [await receiveLead({ customerId: id }), id] as const
    })
    const record = hubspot.make({ firstname: 'Annie', phone: '+13035550199' })
    hubspot.make({ firstname: 'Anny', phone: '+13035550199' })
    await settle()
    await settle()
    assert.match((await pageOf(client, lead)).failure, /The customer of this request is not in HubSpot/)
    await feed()
    await inside(async () => {
      const newcomer = await CrmNewcomer.findByOrFail('externalId', record)
      await newcomer.beCustomer(
        await CrmConnection.findOrFail(connection.id),
        await Customer.findOrFail(customer)
      )
    })
    await settle()
    await settle()
    assert.equal((await recordOf(lead)).of[0].to.id, record)
    assert.isNull((await pageOf(client, lead)).failure)
  })

  test('wait until the system is connected again', async ({ assert }) => {
    const { receive, settle, recordOf, inside, admin, connection } = await setting()
    const lead = await receive()
    hubspot.desk.withdraw()
    await settle()
    assert.equal((await inside(() => CrmConnection.own()))!.state, 'needs_reconnect')
    const { access, refresh } = hubspot.desk.admit()
    const until = DateTime.utc().plus({ hours: 1 }).toJSDate()
    const tokens = { access, refresh, until, scopes: [], account: null }
    await inside(() => CrmConnection.keep('hubspot', {}, admin.user, tokens))
    await settle()
    assert.equal((await recordOf(lead)).properties.dealname, `${lead.reference} Dana Whitfield`)
    assert.isNotNull(connection.id)
  })

  test('of a connection that may not use deals say what is missing, and customers go on', async ({
    client,
    assert,
  }) => {
    const { receive, settle, pageOf, inside, customer, records } = await setting()
    hubspot.sales.isAllowed = false
    const lead = await receive()
    await settle()
    assert.match((await pageOf(client, lead)).failure, /HubSpot does not let us use deals/)
    assert.equal((await inside(() => CrmConnection.own()))!.state, 'working')
    await inside(async () => (await Customer.findOrFail(customer.id)).revise({ name: 'Renamed One' }))
    await settle()
    assert.equal(hubspot.contact(records[0])!.firstname, 'Renamed')
  })

  test('change nothing of their customers by it, here or there', async ({ assert }) => {
    const { receive, settle, inside, tenant, connection } = await setting()
    await receive()
    await settle()
    const writes = () =>
      hubspot.exchanges.filter(({ method, path }) => method === 'PATCH' && path.includes('/contacts/')).length
    const before = writes()
    const links = await inside(() => CrmLink.all())
    await new CrmFeedTimer().handle({ tenantId: tenant.id, connectionId: connection.id })
    await settle()
    assert.equal(writes(), before)
    assert.equal((await inside(() => CrmLink.all()))[0].asOf?.toMillis(), links[0].asOf?.toMillis())
  })

  const send = (client: ApiClient, { path, admin }: Awaited<ReturnType<typeof setting>>, body: object) =>
    client
      .put(path(PAGE))
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .header('referer', path(PAGE))
      .json(body)
      .redirects(0)

  test('are switched on with a pipeline and stages that are there, and off again', async ({
    client,
    assert,
  }) => {
    const company = await setting(null)
    const { inside, path, admin } = company
    const page = async () => (await client.get(path(PAGE)).loginAs(admin.identity).withInertia()).body().props
    assert.containSubset(await page(), {
      system: { label: 'HubSpot', failure: null, hasNotes: true },
      plan: null,
    })
    for (const [wrong, field] of [
      [{ pipelineId: 'gone' }, 'pipelineId'],
      [{ stages: { ...PLAN.stages, lost: 'gone' } }, 'stages.lost'],
      [{ stages: { ...PLAN.stages, new: '' } }, 'stages.new'],
    ] as const) {
      const errors = formErrors(await send(client, company, { ...PLAN, ...wrong }))
      assert.deepEqual(Object.keys(errors), [field])
    }
    hubspot.sales.isAllowed = false
    const refused = formErrors(await send(client, company, PLAN))
    assert.match(refused.pipelineId[0], /does not let us use deals/)
    assert.match((await page()).system.failure, /does not let us use deals/)
    hubspot.sales.isAllowed = true
    ;(await send(client, company, PLAN)).assertStatus(303)
    assert.deepEqual((await page()).plan, PLAN)
    await client.delete(path(PAGE)).loginAs(admin.identity).withCsrfToken().redirects(0)
    assert.isNull((await inside(() => CrmConnection.own()))!.dealsSince)
    assert.isNull((await page()).plan)
  })
})
