import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import Invitation from '#app/identity/invitation'
import LeadFlow from '#app/lead_flows/lead_flow'
import Message from '#app/messages/message'
import QrPrinting from '#app/qr_codes/qr_printing'
import type Lead from '#app/leads/lead'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'
import { makeQrCodes } from '#tests/qr_factories'
import { countStatements } from '#tests/count_statements'
import { receiveLead } from '#tests/lead_factories'

type Figures = {
  leads: number
  converted: number
  replied: number
  medianReplySeconds: number | null
  from: string
  until: string
  bySource: { source: string; leads: number }[]
  byDay: { day: string; leads: number; qr: number; manual: number }[]
}
type Home = {
  leads: Figures
  openMessages: string | null
  scans: { scans: number; unscanned: string } | null
  setUp: { steps: { step: string; isDone: boolean }[]; isAtWork: boolean } | null
}

const open = async <Props>(client: ApiClient, company: Company, at: string, who: Member = company.admin) =>
  (await client.get(company.path(at)).loginAs(who.identity).withInertia()).inertiaProps as Props

const countAt = async (
  client: ApiClient,
  company: Company,
  filters: Record<string, string>,
  who?: Member
) => {
  const { meta } = await open<{ meta: { count: string } }>(
    client,
    company,
    `/leads?${new URLSearchParams(filters)}`,
    who
  )
  return Number(meta.count)
}

const MONDAY = DateTime.fromISO('2026-11-02T12:00', { zone: 'America/Denver' })

const convert = (lead: Lead) => {
  const nowhere = { orderId: lead.id, orderNumber: 1, visitId: lead.id, startsAt: '', endsAt: '' }
  return lead.convert(nowhere)
}

test.group('The dashboard', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('says what the lists behind its figures say, each source and each day', async ({ client, assert }) => {
    const company = await makeCompany()
    const at = (moment: DateTime) => clock.travelTo(moment)
    await company.inside(async () => {
      at(MONDAY.minus({ days: 40 }))
      await receiveLead()
      at(MONDAY.minus({ days: 2 }))
      const first = await receiveLead({ source: 'link' })
      const second = await receiveLead()
      at(MONDAY)
      await Message.post({ lead: first, author: company.admin.user, body: 'We come' })
      await Message.post({ lead: second, author: 'customer', body: 'Hello?' })
      await Message.post({ lead: second, author: 'customer', body: 'Hello??' })
      await convert(first)
      await receiveLead({ source: 'embed' })
      await receiveLead()
    })
    const { leads, openMessages, scans } = await open<Home>(client, company, '/dashboard')
    const { from, until } = leads
    assert.deepEqual([leads.leads, leads.converted, leads.replied], [4, 1, 1])
    assert.closeTo(leads.medianReplySeconds!, 49 * 3_600, 0.045 * 49 * 3_600)
    assert.equal(await countAt(client, company, { from, until }), leads.leads)
    assert.equal(await countAt(client, company, { from, until, status: 'converted' }), leads.converted)
    assert.equal(await countAt(client, company, { from, until, reply: 'given' }), leads.replied)
    assert.equal(await countAt(client, company, { from, until, reply: 'none' }), 3)
    assert.equal(await countAt(client, company, { messages: 'unread' }), Number(openMessages))
    assert.equal(openMessages, '1')
    for (const { source, leads: counted } of leads.bySource)
      assert.equal(await countAt(client, company, { source, from, until }), counted, source)
    const busy = leads.byDay.filter((day) => day.leads > 0)
    assert.deepEqual(
      busy.map(({ day, leads: counted }) => [day, counted]),
      [
        ['2026-10-31', 2],
        ['2026-11-02', 2],
      ]
    )
    for (const { day, leads: counted } of busy)
      assert.equal(await countAt(client, company, { from: day, until: day }), counted, day)
    assert.lengthOf(leads.byDay, 30)
    assert.deepEqual([scans!.scans, scans!.unscanned], [0, '0'])
  })

  test('cuts days by the company’s clock, also those of 23 and 25 hours', async ({ client, assert }) => {
    const company = await makeCompany()
    const autumn = ['2026-10-31T23:59', '2026-11-01T00:00', '2026-11-01T23:59', '2026-11-02T00:00']
    const spring = ['2027-03-13T23:59', '2027-03-14T00:00', '2027-03-14T23:59', '2027-03-15T00:00']
    for (const [moments, days] of [
      [autumn, ['2026-10-31', '2026-11-01', '2026-11-01', '2026-11-02']],
      [spring, ['2027-03-13', '2027-03-14', '2027-03-14', '2027-03-15']],
    ]) {
      for (const moment of moments) {
        clock.travelTo(DateTime.fromISO(moment, { zone: 'America/Denver' }))
        await company.inside(() => receiveLead())
      }
      clock.travelTo(DateTime.fromISO(`${days[3]}T12:00`, { zone: 'America/Denver' }))
      const { leads } = await open<Home>(client, company, '/dashboard?days=7')
      assert.deepEqual(
        leads.byDay.flatMap(({ day, leads: counted }) => Array(counted).fill(day)),
        days
      )
      assert.equal(await countAt(client, company, { from: days[1], until: days[1] }), 2)
    }
  })

  test('shows somebody no more than their own lists do', async ({ client, assert }) => {
    const company = await makeCompany()
    const associate = await makeMember(company.tenant, 'associate')
    await company.inside(async () => {
      await (await receiveLead()).assign(associate.user)
      await receiveLead()
    })
    const { leads, scans, setUp } = await open<Home>(client, company, '/dashboard', associate)
    assert.equal(leads.leads, 1)
    assert.equal(await countAt(client, company, { from: leads.from, until: leads.until }, associate), 1)
    assert.isNull(scans)
    assert.isNull(setUp)
    const agent = await makeMember(company.tenant, 'agent')
    assert.equal((await open<Home>(client, company, '/dashboard', agent)).leads.leads, 2)
  })

  test('asks the database as often for many leads as for few', async ({ client, assert }) => {
    const company = await makeCompany()
    const statements = () => countStatements(() => open(client, company, '/dashboard'))
    await company.inside(() => receiveLead())
    await statements()
    const few = await statements()
    await company.inside(async () => {
      for (let n = 0; n < 12; n++) await receiveLead({ source: n % 2 ? 'link' : 'manual' })
    })
    assert.equal(await statements(), few)
  })

  test('is where the office arrives, and not who is on the road', async ({ client }) => {
    const company = await makeCompany()
    const arrive = (who: Member) => client.get(company.path('/home')).loginAs(who.identity).redirects(0)
    ;(await arrive(company.admin)).assertHeader('location', company.path('/dashboard'))
    const fielder = await makeMember(company.tenant, 'field_user')
    ;(await arrive(fielder)).assertHeader('location', company.path('/field'))
  })
})

test.group('The first reply', () => {
  test('is kept once: neither the customer’s messages nor later answers change it', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const lead = await receiveLead()
      const at = async () => (await db.from('leads').where('id', lead.id).first()).first_replied_at
      await Message.post({ lead, author: 'customer', body: 'Hello?' })
      assert.isNull(await at())
      await Message.post({ lead, author: admin.user, body: 'We come' })
      const first = await at()
      assert.instanceOf(first, Date)
      await Message.post({ lead, author: admin.user, body: 'Tomorrow' })
      assert.deepEqual(await at(), first)
    })
  })
})

test.group('The set-up path', () => {
  const done = async (client: ApiClient, company: Company) =>
    (await open<Home>(client, company, '/dashboard')).setUp?.steps
      .filter(({ isDone }) => isDone)
      .map(({ step }) => step)

  test('ticks off by itself and goes once all is done', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, tenant, admin } = company
    const flow = await inside(() => LeadFlow.startFor(tenant))
    assert.deepEqual(await done(client, company), [])
    await inside(() => tenant.change({ brandColor: '#7c2d12' }))
    assert.deepEqual(await done(client, company), ['brand'])
    await inside(async () => {
      const another = await LeadFlow.begin('Emergency')
      await another.publish()
    })
    assert.deepEqual(await done(client, company), ['brand', 'flow'])
    await inside(() =>
      Invitation.send({ email: `${tenant.slug}@example.com`, name: 'Finn', role: 'field_user' })
    )
    assert.deepEqual(await done(client, company), ['brand', 'flow', 'field_user'])
    await inside(async () => {
      const [code] = await makeQrCodes(1)
      await QrPrinting.create({
        qrBatchId: code.qrBatchId,
        copy: 1,
        firstLabel: 1,
        lastLabel: 1,
        startAt: 1,
        template: 'avery-5160',
        host: 'example.com',
        printedBy: admin.user.id,
        printedAt: DateTime.utc(),
      })
    })
    assert.isUndefined(await done(client, company))
    assert.isNotNull(flow)
  })

  test('gives way to the figures once a lead is there', async ({ client, assert }) => {
    const company = await makeCompany()
    assert.isFalse((await open<Home>(client, company, '/dashboard')).setUp!.isAtWork)
    await company.inside(() => receiveLead())
    assert.isTrue((await open<Home>(client, company, '/dashboard')).setUp!.isAtWork)
  })
})
