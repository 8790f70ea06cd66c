import fc from 'fast-check'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { firstOfLast } from '#app/platform/last_days'
import { clock } from '#app/platform/clock'
import Team from '#app/access/team'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import LeadDays from '#app/leads/lead_days'
import LeadList, { type LeadFilters } from '#app/leads/lead_list'
import { LEAD_SOURCES } from '#app/leads/lead_submission'
import Order from '#app/orders/order'
import Tenant from '#app/tenancy/tenant'
import { medianReply } from '#app/dashboards/counted_lead'
import LeadCounts, { type LeadCount } from '#app/dashboards/lead_counts'
import { LeadCounting } from '#app/dashboards/lead_counting'
import LeadFigures from '#app/dashboards/lead_figures'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { makeRole } from '#tests/access_factories'
import { countStatements } from '#tests/count_statements'
import { tomorrow } from '#tests/functional/stranger/world'

const PEOPLE = 3
const ZONES = ['America/Denver', 'Asia/Kathmandu', 'Pacific/Chatham'] as const
const person = fc.option(fc.nat(PEOPLE - 1), { nil: null })
const lead = fc.nat(20)

/** What may happen to a company's leads, in any order. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ make: fc.constantFrom(...LEAD_SOURCES), hoursAgo: fc.nat(24 * 40), by: person }),
  },
  { weight: 2, arbitrary: fc.record({ assign: lead, to: person }) },
  { weight: 2, arbitrary: fc.record({ answer: lead, minutes: fc.integer({ min: 0, max: 20_000 }) }) },
  { weight: 2, arbitrary: fc.record({ order: lead, visitor: person }) },
  { weight: 4, arbitrary: fc.record({ count: fc.constant(true) }) },
  fc.record({ lose: lead }),
  fc.record({ give: lead, isTaken: fc.boolean() }),
  fc.record({ resource: lead, source: fc.constantFrom(...LEAD_SOURCES) }),
  fc.record({ visit: lead, visitor: person }),
  fc.record({ erase: lead }),
  fc.record({ zone: fc.constantFrom(...ZONES) })
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const counted = { count: true } as const
/** What is counted of a lead and whose it is, each changed by itself. */
const EACH_ALONE: Step[] = [
  { make: 'qr', hoursAgo: 30, by: null },
  { give: 0, isTaken: false },
  { give: 0, isTaken: true },
  { assign: 0, to: 1 },
  { resource: 0, source: 'embed' },
  { answer: 0, minutes: 90 },
  { order: 0, visitor: 2 },
  { visit: 0, visitor: 0 },
  { make: 'manual', hoursAgo: 3, by: 1 },
  { lose: 0 },
  { erase: 0 },
].flatMap((one) => [one as Step, counted])

async function makeWorld() {
  const company = await makeCompany()
  const people: User[] = []
  for (let at = 0; at < PEOPLE; at++) people.push((await makeMember(company.tenant, 'agent')).user)
  const team = await company.inside(async () => {
    const made = await Team.make({ name: 'North', parentId: null })
    await made.gather([
      { userId: people[0].id, isLead: true },
      { userId: people[1].id, isLead: false },
    ])
    for (const [at, reach] of (['team', 'own', 'own'] as const).entries())
      await people[at].change({
        roleId: (await makeRole('agent', { grants: { leads: { read: reach } } })).id,
      })
    return made
  })
  return { company, people, team }
}
type World = Awaited<ReturnType<typeof makeWorld>>

async function happen({ people, team }: World, one: Step) {
  const all = await Lead.query().orderBy('id')
  const some = (at: number, isFit = (_: Lead) => true) =>
    all.filter(isFit).at(at % Math.max(1, all.filter(isFit).length))
  const who = (at: number | null) => (at === null ? null : people[at])
  if ('make' in one) {
    const make = () => receiveLead({ source: one.make })
    await clock.during(DateTime.utc().minus({ hours: one.hoursAgo }), () =>
      one.by === null ? make() : Current.as({ kind: 'user', id: people[one.by].id }, make)
    )
  } else if ('assign' in one) await some(one.assign, (known) => !known.isCancelled)?.assign(who(one.to))
  else if ('answer' in one) {
    const answered = some(one.answer)
    await answered?.wasAnswered(answered.createdAt.plus({ minutes: one.minutes }))
  } else if ('order' in one) {
    const ordered = some(one.order, (known) => known.isOpen)
    const plan = { window: tomorrow(), note: null, by: null, assignee: who(one.visitor) }
    if (ordered) await Order.fromLead(ordered, plan)
  } else if ('lose' in one) await some(one.lose, (known) => known.isOpen)?.lose('Too far')
  else if ('give' in one)
    await some(one.give, (known) => !known.isCancelled)?.giveTo(one.isTaken ? null : team)
  else if ('resource' in one)
    await Lead.query()
      .where('id', some(one.resource)?.id ?? team.id)
      .update({ source: one.source })
  else if ('visit' in one) {
    const { id } = some(one.visit) ?? team
    const orders = db.from('orders').where('lead_id', id).select('id')
    await db
      .from('visits')
      .whereIn('order_id', orders)
      .update({ assignee_id: who(one.visitor)?.id ?? null })
  } else if ('erase' in one) await erase(some(one.erase)?.id ?? team.id)
  else if ('zone' in one)
    await db.from('tenants').where('id', Current.tenantId).update({ time_zone: one.zone })
}

async function erase(id: string) {
  const orders = () => db.from('orders').where('lead_id', id).select('id')
  await db.from('visits').whereIn('order_id', orders()).delete()
  await db.from('orders').where('lead_id', id).delete()
  await db.from('leads').where('id', id).delete()
}

const order = (counts: LeadCount[] | null) => counts?.map((count) => JSON.stringify(count)).sort() ?? null
const spanOf = (days: number, zone: string) => new LeadDays(firstOfLast(days, zone), firstOfLast(1, zone))
const readersOf = ({ id }: Tenant) => User.withRights().where('tenant_id', id).orderBy('id')

test.group('The counts of leads', () => {
  test('say what the leads and their lists say, whatever has happened, to whoever asks', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        const world = await makeWorld()
        const { company } = world
        let keptReads = 0
        for (const one of steps) {
          if ('count' in one) while (await LeadCounting.advance(company.tenant.id));
          else await company.inside(() => happen(world, one))
          await company.inside(async () => {
            const { timeZone } = await Tenant.findOrFail(company.tenant.id)
            for (const user of await readersOf(company.tenant)) {
              const counts = new LeadCounts(user, timeZone, spanOf(30, timeZone))
              const kept = order(await counts.readKept())
              if (kept) keptReads++
              if (kept) assert.deepEqual(kept, order(await counts.readLive()))
              else assert.isFalse('count' in one)
            }
          })
        }
        if (steps.some((one) => 'count' in one)) assert.isAbove(keptReads, 0)
        await company.inside(() => agreesWithLists(company))
      }),
      { numRuns: 5, examples: [[EACH_ALONE]] }
    )

    async function agreesWithLists({ tenant: { id } }: Company) {
      const tenant = await Tenant.findOrFail(id)
      for (const user of await readersOf(tenant)) {
        const said = await new LeadFigures(user, tenant.timeZone, 30).read()
        const { from, until } = said
        const listed = (filters: LeadFilters) =>
          new LeadList(user, tenant, { from, until, ...filters }).exactCount()
        assert.equal(said.leads, await listed({}))
        assert.equal(said.converted, await listed({ status: 'converted' }))
        assert.equal(said.replied, await listed({ reply: 'given' }))
        for (const { source, leads } of said.bySource) assert.equal(leads, await listed({ source }))
        for (const { day, ...counts } of said.byDay.filter(({ leads }) => leads > 0)) {
          assert.equal(counts.leads, await listed({ from: day, until: day }), day)
          for (const source of LEAD_SOURCES)
            assert.equal(counts[source], await listed({ from: day, until: day, source }), day)
        }
        const { bounds } = spanOf(30, tenant.timeZone)
        const seen = await Lead.visibleTo(user)
          .whereNotNull('firstRepliedAt')
          .where('leads.id', '>=', bounds[0])
        const times = seen
          .map(({ createdAt, firstRepliedAt }) => firstRepliedAt!.diff(createdAt, 'seconds').seconds)
          .sort((one, other) => one - other)
        assert.lengthOf(times, said.replied)
        const exact = times.length ? (times[(times.length - 1) >> 1] + times[times.length >> 1]) / 2 : null
        if (exact === null) assert.isNull(said.medianReplySeconds)
        else assert.closeTo(said.medianReplySeconds!, exact, 31 + exact * 0.045)
      }
    }
  }).timeout(120_000)

  test('are right while others write: nothing uncommitted is counted, and nothing is counted twice', async ({
    assert,
  }) => {
    const { tenant, inside, admin } = await makeCompany()
    const count = async () => {
      while (await LeadCounting.advance(tenant.id));
    }
    const said = () =>
      inside(async () => {
        const [user] = await User.withRights().where('id', admin.user.id)
        const counts = (await new LeadCounts(user, tenant.timeZone, spanOf(7, tenant.timeZone)).readKept())!
        return counts.reduce((sum, { leads, converted }) => [sum[0] + leads, sum[1] + converted], [0, 0])
      })
    const made = await inside(() => receiveLead())
    await count()
    await inside(async () => {
      const known = await Lead.findOrFail(made.id)
      await known.convert({ orderId: made.id, orderNumber: 1, visitId: made.id, startsAt: '', endsAt: '' })
      await receiveLead()
      await Current.outside(async () => {
        await count()
        assert.deepEqual(await said(), [1, 0])
      })
    })
    assert.deepEqual(await said(), [2, 1])
    await Promise.all([count(), count(), count()])
    assert.deepEqual(await said(), [2, 1])
    await inside(async () =>
      assert.deepEqual(await db.from('uncounted_leads').where('tenant_id', tenant.id), [])
    )
  })

  test('go with their days, and begin anew by another clock', async ({ assert }) => {
    const { tenant, inside, admin } = await makeCompany()
    const days = () =>
      inside(async () =>
        (await db.from('lead_day_counts').orderBy('day').select(db.raw('day::text'))).map(({ day }) => day)
      )
    const count = async () => {
      while (await LeadCounting.advance(tenant.id));
    }
    await clock.during(DateTime.utc().minus({ days: 20 }), async () => {
      await inside(() => clock.during(DateTime.utc().minus({ days: 92 }), () => receiveLead()))
      await inside(() => receiveLead())
      await count()
    })
    assert.lengthOf(await days(), 2)
    await inside(() => receiveLead())
    await count()
    assert.lengthOf(await days(), 2)
    await inside(async () => {
      assert.lengthOf(await db.from('counted_leads').where('tenant_id', tenant.id), 2)
      await db.from('tenants').where('id', tenant.id).update({ time_zone: 'Asia/Kathmandu' })
      const [user] = await User.withRights().where('id', admin.user.id)
      const counts = new LeadCounts(user, 'Asia/Kathmandu', spanOf(30, 'Asia/Kathmandu'))
      assert.isNull(await counts.readKept())
      assert.lengthOf(await counts.read(), 2)
    })
    await count()
    assert.lengthOf(await days(), 2)
  })

  test('are one look, which reads no lead that was counted', async ({ assert }) => {
    const { tenant, inside, admin } = await makeCompany()
    await inside(() => receiveLead())
    await inside(() => receiveLead())
    await LeadCounting.catchUp()
    await inside(async () => {
      const [user] = await User.withRights().where('id', admin.user.id)
      const figures = new LeadFigures(user, tenant.timeZone, 90)
      assert.equal(await countStatements(() => figures.read()), 1)
      await db.rawQuery('delete from leads where tenant_id = ?', [tenant.id])
      assert.equal((await figures.read()).leads, 0)
      await db.rawQuery('delete from uncounted_leads where tenant_id = ?', [tenant.id])
      assert.equal((await figures.read()).leads, 2)
      await Current.abandon()
    })
  })

  test('are each company’s own, marks too', async ({ assert }) => {
    const [ours, theirs] = [await makeCompany(), await makeCompany()]
    for (const { inside, tenant } of [ours, theirs]) {
      await inside(() => receiveLead())
      while (await LeadCounting.advance(tenant.id));
      await inside(() => receiveLead())
    }
    await ours.inside(async () => {
      for (const table of ['uncounted_leads', 'lead_countings', 'counted_leads', 'lead_day_counts'])
        assert.deepEqual(await db.from(table).distinct('tenant_id'), [{ tenant_id: ours.tenant.id }])
    })
    const mark = { tenant_id: theirs.tenant.id, lead_id: theirs.tenant.id }
    await assert.rejects(
      () => ours.inside(() => db.table('uncounted_leads').insert(mark)),
      /row-level security/
    )
  })

  test('know the middle of an even number of replies, and of none', ({ assert }) => {
    assert.isNull(medianReply([]))
    assert.closeTo(
      medianReply([
        { reply: 0, leads: 3 },
        { reply: 80, leads: 1 },
      ])!,
      60,
      3
    )
    const [early, late] = [medianReply([{ reply: 8, leads: 1 }])!, medianReply([{ reply: 40, leads: 1 }])!]
    assert.closeTo(
      medianReply([
        { reply: 40, leads: 5 },
        { reply: 8, leads: 5 },
      ])!,
      (early + late) / 2,
      1
    )
  })
})
