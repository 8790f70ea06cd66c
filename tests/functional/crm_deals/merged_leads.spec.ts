import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmWorker from '#app/crm_connections/crm_worker'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import CrmDealWorker from '#app/crm_deals/crm_deal_worker'
import CrmMergedDealsTimer from '#app/crm_deals/crm_merged_deals_timer'
import DueDealsWorker from '#app/crm_deals/due_deals_worker'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Note from '#app/notes/note'
import { newId } from '#app/platform/ids'
import Schedule from '#app/timers/schedule'
import MergedDealsOfKnownSystems from '#database/migrations/0445_merged_deals_of_known_systems'
import { APP, type SalesforceServer } from '#tests/contract/salesforce/server'
import { startVendors } from '#tests/contract/vendors'
import { makeCompany } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

const [FRESH, WORKING, CLOSED] = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Not Converted']
const STAGES = { new: FRESH, in_progress: WORKING, converted: WORKING, cancelled: CLOSED, lost: CLOSED }
const PLAN = { pipelineId: 'leads', kind: 'lead' as const, stages: STAGES, withNotes: true }

test.group('Leads of requests that are merged in Salesforce', (group) => {
  let salesforce: SalesforceServer

  group.each.setup(async () => {
    const vendors = await startVendors()
    salesforce = vendors.salesforce
    return vendors.stop
  })

  /** A company with two requests that are leads there, and a lead there that is none of its requests. */
  async function setting() {
    const { inside, admin, tenant, path } = await makeCompany()
    const since = newId()
    const settle = async () => {
      for (const worker of [CrmWorker, DueDealsWorker, CrmDealWorker])
        await handOverAfter(since, tenant.id, worker)
    }
    const connection = await inside(async () => {
      const kept = await CrmConnection.keep('salesforce', { ...APP, keyField: 'Latchkey_Key__c' }, admin.user)
      await CrmDealPlan.keep(kept, PLAN, 'Leads')
      return kept
    })
    const receive = (name: string) =>
      inside(async () => {
        const { id } = await Customer.register({ name, country: 'US', email: `${newId()}@example.com` })
        return receiveLead({ customerId: id })
      })
    const dealOf = ({ id }: Lead) => inside(() => CrmDeal.findByOrFail('leadId', id))
    const [one, two] = [await receive('Dana Whitfield'), await receive('D Whitfield')]
    await settle()
    const { leads } = salesforce
    const [first, second] = [(await dealOf(one)).externalId!, (await dealOf(two)).externalId!]
    const crm = await inside(() => connection.open())
    const contactId = await inside(async () => (await connection.related('links').query())[0].externalId!)
    const own = { name: 'Theirs', pipelineId: 'leads', stageId: FRESH }
    const { id: survivor } = await crm.deals!.create(contactId, own, 'theirs')
    return {
      inside,
      settle,
      connection,
      dealOf,
      one,
      two,
      first,
      second,
      survivor: leads.kept.get(survivor)!,
      look: () => new CrmMergedDealsTimer().handle({ tenantId: tenant.id, connectionId: connection.id }),
      change: ({ id }: Lead, work: (lead: Lead) => Promise<unknown>) =>
        inside(async () => work(await Lead.findOrFail(id))),
      note: ({ id }: Lead, body: string) =>
        inside(async () => Note.write({ lead: await Lead.findOrFail(id), author: admin.user, body })),
      notesOn: (id: string) =>
        [...salesforce.sales.tasks.values()]
          .filter(({ WhoId }) => WhoId === id)
          .map(({ Description }) => Description),
      open: async (client: ApiClient, address: string) =>
        (await client.get(path(address)).loginAs(admin.identity).withInertia()).body().props,
    }
  }

  const writes = () =>
    salesforce.exchanges.filter(({ method, path }) => method !== 'GET' && path.includes('/sobjects/Lead'))
      .length

  test('lead to the one that is left, to which notes and stages go from then on', async ({
    client,
    assert,
  }) => {
    const { settle, dealOf, one, first, survivor, change, note, notesOn, open } = await setting()
    salesforce.leads.drop(first, survivor.Id)
    survivor.Status = CLOSED
    await note(one, 'Rang twice')
    await settle()
    assert.equal((await dealOf(one)).externalId, survivor.Id)
    assert.equal(survivor.Status, CLOSED, 'somebody there has moved it')
    assert.isTrue(notesOn(survivor.Id!).some((text) => text!.includes('Rang twice')))
    await change(one, (lead) => lead.start())
    await settle()
    assert.equal(survivor.Status, WORKING)
    const { deal } = await open(client, `/leads/${one.id}`)
    assert.containSubset(deal, { kind: 'lead', isThere: true, failure: null })
    assert.isTrue(deal.url.endsWith(survivor.Id))
  })

  test('take what changed here to the one that is left, also where it was merged on', async ({ assert }) => {
    const { settle, dealOf, one, first, second, survivor, change } = await setting()
    salesforce.leads.drop(first, second)
    salesforce.leads.drop(second, survivor.Id)
    await change(one, (lead) => lead.start())
    await settle()
    assert.equal((await dealOf(one)).externalId, survivor.Id)
    assert.equal(survivor.Status, WORKING)
  })

  test('go on with the first of two requests, and ask about the other', async ({ client, assert }) => {
    const { settle, dealOf, one, two, first, second, change, open, inside } = await setting()
    const { leads } = salesforce
    leads.drop(second, first)
    leads.kept.get(first)!.Status = CLOSED
    const before = writes()
    await change(two, (lead) => lead.start())
    await settle()
    assert.equal(writes(), before, 'what is of another request is not written')
    const { deal } = await open(client, `/leads/${two.id}`)
    assert.containSubset(deal, { isThere: false, url: null, choices: { anew: true, apart: true } })
    assert.include(deal.failure, `became one with that of #${one.reference}`)
    const { refused } = await open(client, '/settings/customer_system/deals')
    assert.lengthOf(refused, 1)
    assert.containSubset(refused, [{ lead: { id: two.id }, failure: deal.failure }])
    assert.containSubset(await dealOf(one), { externalId: first, failure: null })

    await inside(async () => (await CrmDeal.findByOrFail('leadId', two.id)).renew())
    await settle()
    assert.containSubset((await open(client, `/leads/${two.id}`)).deal, { isThere: true, failure: null })
    assert.isFalse([first, second].includes((await dealOf(two)).externalId!))
  })

  test('are deleted ones with the one that is left, and once the recycle bin was emptied', async ({
    client,
    assert,
  }) => {
    const { settle, one, two, first, second, survivor, change, open, look } = await setting()
    const { leads } = salesforce
    leads.drop(first, survivor.Id)
    leads.emptyBin()
    leads.drop(second, survivor.Id)
    leads.drop(survivor.Id!)
    await look()
    for (const request of [one, two]) await change(request, (lead) => lead.start())
    await settle()
    for (const { id } of [one, two])
      assert.match(
        (await open(client, `/leads/${id}`)).deal.failure,
        /Somebody deleted the lead in Salesforce/
      )
  })

  test('are found by a timer while the recycle bin tells, without a write, and kept afterwards', async ({
    client,
    assert,
  }) => {
    const { settle, dealOf, connection, one, two, first, second, survivor, change, open, look, inside } =
      await setting()
    const { leads } = salesforce
    const [schedule] = await inside(() => Schedule.query().where('timer', 'crm_merged_deals'))
    assert.deepEqual(schedule.rule, { every: { hours: 6 } })
    leads.drop(first, survivor.Id)
    leads.drop(second, survivor.Id)
    const before = writes()
    await look()
    await look()
    assert.equal(writes(), before)
    assert.containSubset(await dealOf(one), { externalId: survivor.Id, stage: FRESH, failure: null })
    const { deal } = await open(client, `/leads/${two.id}`)
    assert.include(deal.failure, `the lead of this request became one with that of #${one.reference}`)
    leads.emptyBin()
    await change(one, (lead) => lead.start())
    await settle()
    assert.equal(survivor.Status, WORKING)

    salesforce.leads.isAllowed = false
    await look()
    assert.isNull((await inside(() => CrmConnection.own()))!.lastFailure)
    await inside(async () => {
      await CrmDealPlan.end(connection)
      await (await CrmConnection.own())!.disconnect()
    })
    assert.isEmpty(await inside(() => Schedule.query().where('timer', 'crm_merged_deals')))
    const asked = salesforce.exchanges.length
    await look()
    assert.lengthOf(salesforce.exchanges, asked)
  })

  test('are looked for in systems that were connected before anybody did', async ({ assert }) => {
    const { inside, connection } = await setting()
    const schedules = () => inside(() => Schedule.query().where('timer', 'crm_merged_deals'))
    const [made] = await schedules()
    await inside(() => made.delete())
    for (let time = 0; time < 2; time++)
      await new MergedDealsOfKnownSystems(db.connection('owner'), 'of known systems').execUp()
    const [ensured, ...others] = await schedules()
    assert.isEmpty(others)
    const { timer, key, data, rule, zone, followsCompany } = made
    assert.containSubset(ensured.$attributes, { timer, key, data, rule, zone, followsCompany })
    assert.isBelow(ensured.nextAt.diffNow().as('hours'), 6)
    assert.equal(ensured.data.connectionId, connection.id)
  })

  test('that were converted after they were merged lead to the opportunity', async ({ assert }) => {
    const { dealOf, one, first, survivor, look, connection, inside } = await setting()
    salesforce.leads.drop(first, survivor.Id)
    const contactId = await inside(async () => (await connection.related('links').query())[0].externalId!)
    const opportunity = salesforce.leads.convert(survivor.Id!, { contactId })
    await look()
    assert.containSubset(await dealOf(one), { externalId: opportunity, pipeline: 'opportunities' })
  })

  test('of a request that is being written are left to whoever writes it', async ({ assert }) => {
    const { settle, dealOf, one, first, survivor, change, look } = await setting()
    await change(one, (lead) => lead.start())
    const { arrived, resume } = salesforce.pauseAtNext()
    const writing = settle()
    await arrived
    salesforce.leads.drop(first, survivor.Id)
    await look()
    assert.equal((await dealOf(one)).externalId, first)
    resume()
    await writing
    assert.equal((await dealOf(one)).externalId, survivor.Id)
    assert.equal(survivor.Status, WORKING)
  })
})
