import { test } from '@japa/runner'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmWorker from '#app/crm_connections/crm_worker'
import CrmDeal from '#app/crm_deals/crm_deal'
import CrmDealWorker from '#app/crm_deals/crm_deal_worker'
import DueDealsWorker from '#app/crm_deals/due_deals_worker'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Note from '#app/notes/note'
import { newId } from '#app/platform/ids'
import { APP, type SalesforceServer } from '#tests/contract/salesforce/server'
import { startVendors } from '#tests/contract/vendors'
import { makeCompany, makeMember } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

const PAGE = '/settings/customer_system/deals'
const STAGES = {
  new: 'Prospecting',
  in_progress: 'In Progress',
  converted: 'Closed Won',
  cancelled: 'Closed Lost',
  lost: 'Closed Lost',
}

test.group('Requests that become opportunities of Salesforce', (group) => {
  let salesforce: SalesforceServer

  group.each.setup(async () => {
    const vendors = await startVendors()
    salesforce = vendors.salesforce
    return vendors.stop
  })

  test('from the page of the stages to the page of the request, and to whatever becomes of both', async ({
    client,
    assert,
  }) => {
    const { inside, admin, tenant, path } = await makeCompany()
    const settings = { ...APP, keyField: 'Latchkey_Key__c' }
    const start = newId()
    const settle = async () => {
      for (const worker of [CrmWorker, DueDealsWorker, CrmDealWorker])
        await handOverAfter(start, tenant.id, worker)
    }
    await inside(async () => {
      const connection = await CrmConnection.keep('salesforce', settings, admin.user)
      await connection.ruleFirms('all')
    })
    const open = async (address: string) =>
      (await client.get(path(address)).loginAs(admin.identity).withInertia()).body().props
    const { pipelines } = await open(PAGE)
    assert.deepEqual(
      pipelines[0].stages.map(({ label, end }: Record<string, string | null>) => [label, end]),
      [
        ['Prospecting', null],
        ['Working on it', null],
        ['Closed Won', 'won'],
        ['Closed Lost', 'lost'],
      ]
    )
    const kept = await client
      .put(path(PAGE))
      .json({ pipelineId: pipelines[0].id, stages: STAGES, withNotes: true })
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .header('referer', path(PAGE))
      .redirects(0)
    kept.assertStatus(303)

    const mia = await makeMember(tenant, 'agent')
    const lead = await inside(async () => {
      await mia.user.merge({ email: 'mia@brightwater.example' }).save()
      const { id } = await Customer.register({ name: 'Acme Offices', country: 'US' })
      const received = await receiveLead({ customerId: id })
      await received.assign(mia.user)
      return received
    })
    await settle()
    const [opportunity] = [...salesforce.sales.opportunities.values()]
    const link = await inside(() => CrmLink.query().firstOrFail())
    const [account] = [...salesforce.sales.accounts.values()]
    assert.equal(account.Name, 'Acme Offices')
    assert.containSubset(opportunity, {
      Name: `${lead.reference} Dana Whitfield`,
      StageName: 'Prospecting',
      ContactId: link.externalId,
      AccountId: account.Id,
      OwnerId: salesforce.sales.users[0].Id,
    })
    const [task] = [...salesforce.sales.tasks.values()]
    assert.include(task.Description, `/c/${tenant.slug}/leads/${lead.id}`)
    assert.equal(task.WhatId, opportunity.Id)
    assert.containSubset((await open(`/leads/${lead.id}`)).deal, {
      label: 'Salesforce',
      isThere: true,
      failure: null,
    })

    await inside(async () => (await Lead.findOrFail(lead.id)).start())
    await settle()
    assert.equal(opportunity.StageName, 'In Progress')
    salesforce.sales.drop(opportunity.Id!)
    await inside(async () => (await Lead.findOrFail(lead.id)).lose('No answer'))
    await settle()
    assert.match((await open(`/leads/${lead.id}`)).deal.failure, /Somebody deleted the deal in Salesforce/)
    await inside(async () => (await CrmDeal.findByOrFail('leadId', lead.id)).renew())
    await settle()
    const [another] = [...salesforce.sales.opportunities.values()]
    assert.equal(another.StageName, 'Closed Lost')
    assert.equal(salesforce.sales.opportunities.size, 1)
  })

  test('become leads instead where the company chooses that, and lead to the deals that are made of them', async ({
    client,
    assert,
  }) => {
    const { inside, admin, tenant, path } = await makeCompany()
    const settings = { ...APP, keyField: 'Latchkey_Key__c' }
    const start = newId()
    const settle = async () => {
      for (const worker of [CrmWorker, DueDealsWorker, CrmDealWorker])
        await handOverAfter(start, tenant.id, worker)
    }
    await inside(() => CrmConnection.keep('salesforce', settings, admin.user))
    const open = async (address: string) =>
      (await client.get(path(address)).loginAs(admin.identity).withInertia()).body().props
    const [, leads] = (await open(PAGE)).pipelines
    assert.containSubset(leads, { label: 'Leads', kind: 'lead' })
    const [fresh, working, closed] = leads.stages.map(({ id }: { id: string }) => id)
    const stages = { new: fresh, in_progress: working, converted: working, cancelled: closed, lost: closed }
    const kept = await client
      .put(path(PAGE))
      .json({ pipelineId: leads.id, stages, withNotes: true })
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .header('referer', path(PAGE))
      .redirects(0)
    kept.assertStatus(303)

    const receive = (name: string) =>
      inside(async () => {
        const { id } = await Customer.register({ name, country: 'US', email: `${newId()}@example.com` })
        return receiveLead({ customerId: id })
      })
    const request = await receive('Acme Offices')
    await settle()
    const change = (work: (lead: Lead) => Promise<unknown>) =>
      inside(async () => work(await Lead.findOrFail(request.id)))
    const [lead] = [...salesforce.leads.kept.values()]
    assert.containSubset(lead, {
      LastName: 'Offices',
      Company: 'Acme Offices',
      Description: `${request.reference} Dana Whitfield`,
      Status: fresh,
    })
    assert.equal(salesforce.sales.opportunities.size, 0)
    const tasksOf = (id: string) =>
      [...salesforce.sales.tasks.values()].filter(({ WhoId, WhatId }) => [WhoId, WhatId].includes(id))
    assert.lengthOf(tasksOf(lead.Id!), 1)
    await change((one) => one.start())
    await settle()
    assert.equal(lead.Status, working)
    assert.containSubset((await open(`/leads/${request.id}`)).deal, {
      kind: 'lead',
      isThere: true,
      failure: null,
    })

    const link = await inside(() => CrmLink.query().firstOrFail())
    const opportunity = salesforce.leads.convert(lead.Id!, { contactId: link.externalId! })!
    const moved = { ...salesforce.sales.opportunities.get(opportunity) }
    await change((one) => one.lose('No answer'))
    await settle()
    assert.deepEqual(salesforce.sales.opportunities.get(opportunity), moved, 'it is theirs to move')
    const deal = () => inside(() => CrmDeal.findByOrFail('leadId', request.id))
    assert.containSubset(await deal(), { externalId: opportunity, pipeline: 'opportunities', failure: null })
    assert.containSubset((await open(`/leads/${request.id}`)).deal, { kind: 'deal', isThere: true })
    await inside(async () =>
      Note.write({ lead: await Lead.findOrFail(request.id), author: admin.user, body: 'Rang twice' })
    )
    await settle()
    assert.lengthOf(tasksOf(opportunity), 1)

    const another = await receive('Acme Offices Two')
    await settle()
    const twin = [...salesforce.leads.kept.values()].at(-1)!
    salesforce.leads.convert(twin.Id!, { contactId: link.externalId!, withDeal: false })
    twin.ConvertedOpportunityId = opportunity
    await inside(async () => (await Lead.findOrFail(another.id)).start())
    await settle()
    const second = await inside(() => CrmDeal.findByOrFail('leadId', another.id))
    assert.isNull(second.externalId, 'two requests of one deal')
    assert.include(second.failure, `became one with that of #${request.reference}`)
  })
})
