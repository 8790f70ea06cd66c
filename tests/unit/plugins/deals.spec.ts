import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { clock } from '#app/platform/clock'
import { openConnection } from '#plugins/crm/connection'
import {
  CrmGoneError,
  CrmNotAllowedError,
  CrmNotSupportedError,
  CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import HubSpotCrm from '#plugins/crm/hubspot/adapter'
import SalesforceCrm from '#plugins/crm/salesforce/adapter'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { APP, SalesforceServer } from '#tests/contract/salesforce/server'

const servers: { stop: () => Promise<void> }[] = []

async function hubspot(account: string | null = null) {
  const server = await HubSpotServer.start()
  servers.push(server)
  const way = { host: server.url, settings: { token: TOKEN }, country: 'US', account }
  const crm = new HubSpotCrm(openConnection({ ...way, privateHost: new URL(server.url).host }))
  return { server, sales: server.sales, crm }
}

async function salesforce() {
  const server = await SalesforceServer.start()
  servers.push(server)
  const { host } = new URL(server.url)
  const settings = { ...APP, domain: host }
  const way = { host: server.url, settings, country: 'US', timeZone: 'America/Denver', privateHost: host }
  return { server, sales: server.sales, crm: new SalesforceCrm(openConnection(way)) }
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error
  )

const NOTE = { text: 'Gate <b>4</b> & "7"\nring twice', at: '2026-11-28T05:12:31.123Z' }

async function stopAll() {
  for (const server of servers.splice(0)) await server.stop()
}

test.group('Deals in HubSpot', (group) => {
  group.each.teardown(stopAll)

  const DEAL = { name: 'L-1 Ann', pipelineId: 'default', stageId: 'appointmentscheduled' }

  test('stand on the record of the customer', async ({ assert }) => {
    const { sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    const { id } = await crm.deals.create(ann.id, { ...DEAL, ownerId: '71' }, 'key')
    const { of, properties } = sales.deals.get(id)!
    assert.deepEqual(of, [
      { to: { id: ann.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
    ])
    assert.containSubset(properties, { dealname: 'L-1 Ann', hubspot_owner_id: '71', latchkey_key: 'key' })
  })

  test('are made once though the first answer was lost', async ({ assert }) => {
    const { server, sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    await crm.deals.create(ann.id, DEAL, 'the first')
    server.next({ pass: true }, { pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(crm.deals.create(ann.id, DEAL, 'key')), CrmUnavailableError)
    assert.equal(sales.deals.size, 2)
    await crm.deals.create(ann.id, DEAL, 'key')
    assert.equal(sales.deals.size, 2)
  })

  test('are made by nobody who may keep no key there', async ({ assert }) => {
    const { sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    sales.mayAddProperties = false
    assert.instanceOf(await caught(crm.deals.create(ann.id, DEAL, 'key')), CrmNotSupportedError)
    assert.equal(sales.deals.size, 0)
  })

  test('are not allowed to a token for contacts, which goes on with those', async ({ assert }) => {
    const { sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    sales.isAllowed = false
    for (const work of [
      () => crm.deals.pipelines(),
      () => crm.deals.get('1'),
      () => crm.deals.create(ann.id, DEAL, 'key'),
      () => crm.deals.update('1', { name: 'x' }),
      () => crm.owners(),
    ])
      assert.instanceOf(await caught(work()), CrmNotAllowedError)
    assert.equal((await crm.update(ann.id, { city: 'Boulder' })).city, 'Boulder')
  })

  test('go through stages in the order of the company, which end somewhere', async ({ assert }) => {
    const { crm } = await hubspot()
    const [{ stages }] = await crm.deals.pipelines()
    assert.deepEqual(
      stages.map(({ id, end }) => [id, end]),
      [
        ['appointmentscheduled', null],
        ['qualifiedtobuy', null],
        ['closedwon', 'won'],
        ['closedlost', 'lost'],
      ]
    )
  })

  test('are refused an owner who is none', async ({ assert }) => {
    const { crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    const { id } = await crm.deals.create(ann.id, DEAL, 'key')
    assert.instanceOf(await caught(crm.deals.update(id, { ownerId: '99' })), CrmRejectedError)
  })

  test('get notes as plain text, each once though the answer was lost', async ({ assert }) => {
    const { server, sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    const { id } = await crm.deals.create(ann.id, DEAL, 'key')
    const on = { customerId: ann.id, dealId: id }
    server.next({ pass: true }, { pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(crm.addNote(NOTE, on)), CrmUnavailableError)
    await crm.addNote(NOTE, on)
    await crm.addNote({ ...NOTE, at: '2026-11-28T05:12:31.124Z' }, on)
    const [first, ...others] = sales.notesOf(id)
    assert.lengthOf(others, 1)
    assert.lengthOf(sales.notesOf(ann.id), 2)
    assert.deepEqual(first.properties, {
      hs_timestamp: NOTE.at,
      hs_note_body: 'Gate &lt;b&gt;4&lt;/b&gt; &amp; &quot;7&quot;<br>ring twice',
    })
  })

  test('that were merged are one new deal from then on, which is neither written by their ids nor loses notes', async ({
    assert,
  }) => {
    const { sales, crm } = await hubspot()
    const ann = await crm.create({ name: 'Ann' })
    const make = (key: string) => crm.deals.create(ann.id, DEAL, key)
    const [one, other, third] = [await make('one'), await make('other'), await make('third')]
    await crm.addNote(NOTE, { customerId: ann.id, dealId: other.id })
    const merged = sales.mergeDeals(one.id, other.id)
    const id = sales.mergeDeals(merged, third.id)
    for (const old of [one, other, third]) {
      assert.equal((await crm.deals.get(old.id))!.id, id)
      assert.deepEqual(await crm.deals.update(old.id, { stageId: 'closedwon' }), { ...one, id })
    }
    await crm.addNote(NOTE, { customerId: ann.id, dealId: other.id })
    assert.lengthOf(sales.notesOf(id), 1)
    await crm.addNote({ ...NOTE, at: '2026-11-28T05:12:31.124Z' }, { customerId: ann.id, dealId: other.id })
    assert.lengthOf(sales.notesOf(id), 2)
    sales.remove(id)
    assert.isNull(await crm.deals.get(one.id))
    assert.instanceOf(await caught(crm.deals.update(one.id, { name: 'x' })), CrmGoneError)
  })

  test('have a page where it is known whose account it is', async ({ assert }) => {
    const known = await hubspot('4242')
    assert.equal(known.crm.pageOf('deal', '7'), 'https://app.hubspot.com/contacts/4242/record/0-3/7')
    assert.equal(known.crm.pageOf('customer', '9'), 'https://app.hubspot.com/contacts/4242/record/0-1/9')
    for (const account of [null, '../evil']) assert.isNull((await hubspot(account)).crm.pageOf('deal', '7'))
  })
})

test.group('Opportunities in Salesforce', (group) => {
  group.each.teardown(stopAll)

  const DEAL = { name: 'L-1 Ann', pipelineId: 'opportunities', stageId: 'Prospecting' }

  test('stand on the record of the customer, with a day of the company on which they are to be closed', async ({
    assert,
  }) => {
    const { sales, crm } = await salesforce()
    const ann = await crm.create({ name: 'Ann' })
    const evening = DateTime.fromISO('2026-11-24T22:00', { zone: 'America/Denver' })
    const { id } = await clock.during(evening, () => crm.deals.create(ann.id, DEAL, 'key'))
    const kept = sales.opportunities.get(id)!
    assert.containSubset(kept, { ContactId: ann.id, StageName: 'Prospecting', Description: 'Latchkey key' })
    assert.equal(kept.CloseDate, '2026-12-24')
    await clock.during(evening, () => crm.deals.update(id, { stageId: 'Closed Won' }))
    assert.equal(sales.opportunities.get(id)!.CloseDate, '2026-11-24')
  })

  test('are made once though the first answer was lost', async ({ assert }) => {
    const { server, sales, crm } = await salesforce()
    const ann = await crm.create({ name: 'Ann' })
    server.next({ pass: true }, { pass: true }, { pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(crm.deals.create(ann.id, DEAL, 'key')), CrmUnavailableError)
    assert.equal(sales.opportunities.size, 1)
    await crm.deals.create(ann.id, DEAL, 'key')
    assert.equal(sales.opportunities.size, 1)
  })

  test('are not allowed to a user for contacts, who goes on with those', async ({ assert }) => {
    const { sales, crm } = await salesforce()
    const ann = await crm.create({ name: 'Ann' })
    sales.isAllowed = false
    const id = '0065e0000000001AAA'
    for (const work of [
      () => crm.deals.get(id),
      () => crm.deals.create(ann.id, DEAL, 'key'),
      () => crm.deals.update(id, { name: 'x' }),
    ])
      assert.instanceOf(await caught(work()), CrmNotAllowedError)
    assert.equal((await crm.update(ann.id, { city: 'Boulder' })).city, 'Boulder')
  })

  test('leave out stages that are used no more, and owners who are none', async ({ assert }) => {
    const { crm } = await salesforce()
    const [{ stages }] = await crm.deals.pipelines()
    assert.deepEqual(
      stages.map(({ label, end }) => [label, end]),
      [
        ['Prospecting', null],
        ['Working on it', null],
        ['Closed Won', 'won'],
        ['Closed Lost', 'lost'],
      ]
    )
    const owners = await crm.owners()
    assert.deepEqual(
      owners.map(({ name, email }) => [name, email]),
      [['Mia Chen', 'mia@brightwater.example']]
    )
    for (const email of ["x' OR Name LIKE '%", '%@brightwater.example', "\\' OR Email LIKE '%"])
      assert.deepEqual(await crm.owners(email), [])
  })

  test('get notes as completed tasks, each once though the answer was lost', async ({ assert }) => {
    const { server, sales, crm } = await salesforce()
    const ann = await crm.create({ name: 'Ann' })
    const { id } = await crm.deals.create(ann.id, DEAL, 'key')
    const on = { customerId: ann.id, dealId: id }
    server.next({ pass: true }, { pass: true }, { pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(crm.addNote(NOTE, on)), CrmUnavailableError)
    await crm.addNote(NOTE, on)
    await crm.addNote({ ...NOTE, at: '2026-11-28T05:12:31.124Z' }, on)
    const tasks = [...sales.tasks.values()]
    assert.lengthOf(tasks, 2)
    assert.containSubset(tasks[0], {
      Description: NOTE.text,
      Status: 'Completed',
      WhoId: ann.id,
      WhatId: id,
      ActivityDate: '2026-11-28',
    })
  })

  test('have a page at the company’s own host, and at no other', ({ assert }) => {
    const pageIn = (domain: string) =>
      new SalesforceCrm(
        openConnection({ host: 'https://x.my.salesforce.com', settings: { ...APP, domain }, country: 'US' })
      ).pageOf('deal', '0065e0000000001AAA')
    assert.equal(pageIn(APP.domain), `https://${APP.domain}/0065e0000000001AAA`)
    assert.isNull(pageIn('evil.example'))
  })
})

test.group('Leads in Salesforce', (group) => {
  group.each.teardown(stopAll)

  const LEAD = { name: 'L-1 Ann', pipelineId: 'leads', stageId: 'Open - Not Contacted' }
  const ANN = {
    name: 'Ann Lee',
    email: 'ann@example.com',
    phone: '+13035550142',
    city: 'Denver',
    region: 'CO',
  }

  async function withLead() {
    const { server, sales, crm } = await salesforce()
    const ann = await crm.create(ANN)
    const lead = await crm.deals.create(ann.id, LEAD, 'key')
    return { server, sales, crm, ann, lead, kept: server.leads.kept.get(lead.id)! }
  }

  test('are offered beside opportunities, in the statuses that nobody converts by', async ({ assert }) => {
    const { crm } = await salesforce()
    const pipelines = await crm.deals.pipelines()
    assert.deepEqual(
      pipelines.map(({ id, kind }) => [id, kind]),
      [
        ['opportunities', 'deal'],
        ['leads', 'lead'],
      ]
    )
    assert.deepEqual(
      pipelines[1].stages.map(({ label, end }) => [label, end]),
      [
        ['Open - Not Contacted', null],
        ['Working on it', null],
        ['Closed - Not Converted', null],
      ]
    )
  })

  test('are offered alone to a user who may not use opportunities, and not at all without a place for keys', async ({
    assert,
  }) => {
    const onlyLeads = await salesforce()
    onlyLeads.sales.isAllowed = false
    assert.deepEqual(
      (await onlyLeads.crm.deals.pipelines()).map(({ id }) => id),
      ['leads']
    )
    for (const change of [{ hasKeyField: false }, { isAllowed: false }]) {
      const { server, crm } = await salesforce()
      Object.assign(server.leads, change)
      assert.deepEqual(
        (await crm.deals.pipelines()).map(({ id }) => id),
        ['opportunities']
      )
    }
    const neither = await salesforce()
    neither.sales.isAllowed = neither.server.leads.isAllowed = false
    assert.instanceOf(await caught(neither.crm.deals.pipelines()), CrmNotAllowedError)
  })

  test('are whose the request is, though a rule for duplicates knows them already', async ({ assert }) => {
    const { kept, server, crm } = await withLead()
    assert.containSubset(kept, {
      FirstName: 'Ann',
      LastName: 'Lee',
      Company: 'Ann Lee',
      Email: 'ann@example.com',
      City: 'Denver',
      State: 'CO',
      Country: 'US',
      Status: 'Open - Not Contacted',
      Description: 'L-1 Ann',
      Latchkey_Key__c: 'key',
    })
    server.leads.duplicates = 'block'
    const bob = await crm.create({ name: 'Bob' })
    assert.instanceOf(await caught(crm.deals.create(bob.id, LEAD, 'another')), CrmRejectedError)
    assert.equal(server.leads.kept.size, 1)
  })

  test('are of the firm that the contact belongs to', async ({ assert }) => {
    const { server, crm } = await salesforce()
    const bob = await crm.create({ name: 'Bob' })
    await crm.companies.create(bob.id, { name: 'Acme Offices' })
    const { id } = await crm.deals.create(bob.id, LEAD, 'key')
    assert.equal(server.leads.kept.get(id)!.Company, 'Acme Offices')
  })

  test('are made once though the first answer was lost', async ({ assert }) => {
    const { server, crm } = await salesforce()
    const ann = await crm.create(ANN)
    await crm.deals.pipelines()
    // Looked for by the key, the contact, the statuses; then written.
    server.next({ pass: true }, { pass: true }, { pass: true }, { cut: 'after' })
    assert.instanceOf(await caught(crm.deals.create(ann.id, LEAD, 'key')), CrmUnavailableError)
    assert.equal(server.leads.kept.size, 1)
    assert.equal((await crm.deals.create(ann.id, LEAD, 'key')).name, 'L-1 Ann')
    assert.equal(server.leads.kept.size, 1)
  })

  test('stay with whom they were given to, whatever rule gives leads to people', async ({ assert }) => {
    const { server, sales, crm } = await salesforce()
    const ann = await crm.create(ANN)
    const [mia, , other] = sales.users.map(({ Id }) => Id!)
    server.leads.assignsTo = other
    const given = await crm.deals.create(ann.id, { ...LEAD, ownerId: mia }, 'key')
    assert.equal(given.ownerId, mia)
    assert.equal((await crm.deals.update(given.id, { stageId: 'Working - Contacted' })).ownerId, mia)
    assert.equal((await crm.deals.create(ann.id, LEAD, 'another')).ownerId, other)
  })

  test('are answered by the opportunity that they were converted into, and moved no more', async ({
    assert,
  }) => {
    const { server, sales, crm, ann, lead } = await withLead()
    const opportunity = server.leads.convert(lead.id, { contactId: ann.id })!
    const expected = { id: opportunity, pipelineId: 'opportunities', stageId: 'Prospecting' }
    assert.containSubset(await crm.deals.get(lead.id), expected)
    assert.containSubset(await crm.deals.update(lead.id, { stageId: 'Working - Contacted' }), expected)
    assert.containSubset(await crm.deals.create(ann.id, LEAD, 'key'), expected)
    assert.containSubset(await crm.deals.update(opportunity, { ...LEAD, ownerId: 'nobody' }), expected)
    await crm.addNote(NOTE, { customerId: ann.id, dealId: lead.id })
    assert.containSubset([...sales.tasks.values()], [{ WhoId: ann.id, WhatId: opportunity }])
    sales.drop(opportunity)
    assert.containSubset(await crm.deals.get(lead.id), { id: lead.id, pipelineId: 'leads' })
  })

  test('that were converted without an opportunity stay as they are', async ({ assert }) => {
    const { server, sales, crm, ann, lead } = await withLead()
    server.leads.convert(lead.id, { contactId: ann.id, withDeal: false })
    const expected = { id: lead.id, pipelineId: 'leads', stageId: 'Closed - Converted' }
    assert.containSubset(await crm.deals.update(lead.id, { stageId: 'Working - Contacted' }), expected)
    await crm.addNote(NOTE, { customerId: ann.id, dealId: lead.id })
    assert.deepEqual(
      [...sales.tasks.values()].map(({ WhoId }) => WhoId),
      [ann.id]
    )
  })

  test('that are converted at the moment of a write are left alone', async ({ assert }) => {
    const { server, crm, ann, lead } = await withLead()
    // The lead, the statuses, then the write: it is converted before that one is read.
    const [read, statuses, write] = [server.pauseAtNext(), server.pauseAtNext(), server.pauseAtNext()]
    const writing = crm.deals.update(lead.id, { stageId: 'Working - Contacted' })
    for (const one of [read, statuses]) {
      await one.arrived
      one.resume()
    }
    await write.arrived
    server.leads.convert(lead.id, { contactId: ann.id })
    write.resume()
    assert.equal((await writing).pipelineId, 'opportunities')
  })

  test('that were merged are followed to the one that is left, which is not written by their ids', async ({
    assert,
  }) => {
    const { server, sales, crm, ann, lead } = await withLead()
    const make = (key: string) => crm.deals.create(ann.id, { ...LEAD, name: key }, key)
    const [second, third] = [await make('second'), await make('third')]
    server.leads.drop(lead.id, second.id)
    server.leads.drop(second.id, third.id)
    assert.deepEqual(await crm.deals.get(lead.id), third)
    assert.deepEqual(await crm.deals.update(lead.id, { stageId: 'Working - Contacted', name: 'x' }), third)
    assert.deepEqual(await crm.deals.get(third.id), third)
    for (let time = 0; time < 2; time++) await crm.addNote(NOTE, { customerId: ann.id, dealId: lead.id })
    assert.sameMembers(
      [...sales.tasks.values()].map(({ WhoId }) => WhoId),
      [ann.id, third.id]
    )
    const opportunity = server.leads.convert(third.id, { contactId: ann.id })!
    assert.containSubset(await crm.deals.get(lead.id), { id: opportunity, pipelineId: 'opportunities' })
  })

  test('that were merged are gone with the one that is left, and once the recycle bin knows nothing of them', async ({
    assert,
  }) => {
    for (const end of ['deleted', 'forgotten']) {
      const { server, crm, ann, lead } = await withLead()
      const other = await crm.deals.create(ann.id, LEAD, 'other')
      server.leads.drop(lead.id, other.id)
      if (end === 'deleted') server.leads.drop(other.id)
      else server.leads.emptyBin()
      assert.isNull(await crm.deals.get(lead.id))
      const on = { customerId: ann.id, dealId: lead.id }
      for (const work of [() => crm.deals.update(lead.id, { name: 'x' }), () => crm.addNote(NOTE, on)])
        assert.instanceOf(await caught(work()), CrmGoneError)
    }
  })

  test('that are merged at the moment of a write are answered by the one that is left', async ({
    assert,
  }) => {
    const { server, crm, ann, lead } = await withLead()
    const other = await crm.deals.create(ann.id, LEAD, 'other')
    // The lead, the statuses, then the write.
    const [read, statuses, write] = [server.pauseAtNext(), server.pauseAtNext(), server.pauseAtNext()]
    const writing = crm.deals.update(lead.id, { stageId: 'Working - Contacted' })
    for (const one of [read, statuses]) {
      await one.arrived
      one.resume()
    }
    await write.arrived
    server.leads.drop(lead.id, other.id)
    write.resume()
    assert.deepEqual(await writing, other)
  })

  test('are made and noted on for a contact who was merged into another', async ({ assert }) => {
    const { server, sales, crm, ann } = await withLead()
    const twin = await crm.create({ ...ANN, name: 'Ann Twin' })
    server.drop(ann.id, twin.id)
    const { id } = await crm.deals.create(ann.id, LEAD, 'later')
    assert.equal(server.leads.kept.get(id)!.LastName, 'Twin')
    const sale = { ...LEAD, pipelineId: 'opportunities', stageId: 'Prospecting' }
    const made = await crm.deals.create(ann.id, sale, 'sale')
    assert.equal(sales.opportunities.get(made.id)!.ContactId, twin.id)
    await crm.addNote(NOTE, { customerId: ann.id, dealId: made.id })
    assert.equal([...sales.tasks.values()][0].WhoId, twin.id)
  })

  test('get notes too, each once, beside those of the contact', async ({ assert }) => {
    const { sales, crm, ann, lead } = await withLead()
    for (let time = 0; time < 2; time++) await crm.addNote(NOTE, { customerId: ann.id, dealId: lead.id })
    assert.sameMembers(
      [...sales.tasks.values()].map(({ WhoId }) => WhoId),
      [ann.id, lead.id]
    )
  })

  test('are not allowed to a user for contacts, who goes on with those', async ({ assert }) => {
    const { server, crm, ann, lead } = await withLead()
    server.leads.isAllowed = false
    for (const work of [
      () => crm.deals.get(lead.id),
      () => crm.deals.create(ann.id, LEAD, 'another'),
      () => crm.deals.update(lead.id, { name: 'x' }),
    ])
      assert.instanceOf(await caught(work()), CrmNotAllowedError)
    assert.equal((await crm.update(ann.id, { city: 'Boulder' })).city, 'Boulder')
  })
})
