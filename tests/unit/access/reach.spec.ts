import fc from 'fast-check'
import { test } from '@japa/runner'
import { Current } from '#app/platform/database/current'
import { LEVELS, type Level } from '#app/access/levels'
import Reach from '#app/access/reach'
import Team, { pathUp } from '#app/access/team'
import Customer from '#app/customers/customer'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import Message from '#app/messages/message'
import Order from '#app/orders/order'
import { makeCompany, makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { makeRole } from '#tests/access_factories'
import { tomorrow } from '#tests/functional/stranger/world'

const PEOPLE = 5
const TEAMS = 4
const nobodyOr = (count: number) => fc.option(fc.nat(count - 1), { nil: null })

/** Teams in a hierarchy, people in them with a level each, and leads that came to be somebody's in every way. */
const company = fc.record({
  parents: fc.tuple(...Array.from({ length: TEAMS - 1 }, (_, at) => nobodyOr(at + 1))),
  members: fc.uniqueArray(fc.tuple(fc.nat(TEAMS - 1), fc.nat(PEOPLE - 1)), {
    maxLength: 8,
    selector: (pair) => pair.join(),
  }),
  levels: fc.array(fc.constantFrom(...LEVELS), { minLength: PEOPLE, maxLength: PEOPLE }),
  leads: fc.array(
    fc.record({
      assignee: nobodyOr(PEOPLE),
      maker: nobodyOr(PEOPLE),
      team: nobodyOr(TEAMS),
      visitor: fc.option(nobodyOr(PEOPLE), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 }
  ),
})
type Drawn = typeof company extends fc.Arbitrary<infer Value> ? Value : never

const level = (read: Level) => ({
  leads: { read },
  messages: { read },
  orders: { read },
  customers: { read },
})

async function build({ parents, members, levels, leads }: Drawn, people: User[]) {
  const teams: Team[] = []
  for (const at of Array.from({ length: TEAMS }, (_, index) => index)) {
    const parent = at === 0 ? null : parents[at - 1]
    teams.push(await Team.make({ name: `Team ${at}`, parentId: parent === null ? null : teams[parent].id }))
  }
  for (const [at, team] of teams.entries()) {
    const own = members.filter(([teamAt]) => teamAt === at)
    await team.gather(own.map(([, person]) => ({ userId: people[person].id, isLead: false })))
  }
  for (const [at, user] of people.entries())
    await user.change({ roleId: (await makeRole('agent', { grants: level(levels[at]) })).id })
  const made: Lead[] = []
  for (const { assignee, maker, team, visitor } of leads) {
    const customer = await Customer.register({ name: 'Ann', country: 'US' })
    const take = () => receiveLead({ customerId: customer.id })
    const lead =
      maker === null ? await take() : await Current.as({ kind: 'user', id: people[maker].id }, take)
    await lead.assign(assignee === null ? null : people[assignee])
    await lead.giveTo(team === null ? null : teams[team])
    await Message.post({ lead, author: 'customer', body: 'Hello' })
    const plan = { window: tomorrow(), note: null, by: null }
    if (visitor !== undefined)
      await Order.fromLead(lead, { ...plan, assignee: visitor === null ? null : people[visitor] })
    made.push(lead)
  }
  return made
}

/** The same in plain words: which leads should each person see? */
function expected({ parents, members, levels, leads }: Drawn) {
  const tree = Array.from({ length: TEAMS }, (_, at) => ({
    id: String(at),
    parentId: at === 0 || parents[at - 1] === null ? null : String(parents[at - 1]),
  }))
  return levels.map((reach, person) => {
    const roots = members.filter(([, who]) => who === person).map(([team]) => String(team))
    const teams = tree.map(({ id }) => id).filter((id) => pathUp(id, tree).some((up) => roots.includes(up)))
    const mates = members.filter(([team]) => teams.includes(String(team))).map(([, who]) => who)
    const people = reach === 'team' ? [person, ...mates] : [person]
    return leads.flatMap(({ assignee, maker, team, visitor }, at) => {
      const isOfPeople = [assignee, maker, visitor].some((who) => who !== null && people.includes(who!))
      const isOfTeam = assignee === null && team !== null && teams.includes(String(team))
      const isSeen = reach === 'all' || (reach !== 'none' && (isOfPeople || (reach === 'team' && isOfTeam)))
      return isSeen ? [at] : []
    })
  })
}

test.group('Whom a record reaches', () => {
  test('the same records by SQL, in memory and in plain words', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    for (let at = 0; at < PEOPLE; at++) await makeMember(tenant, 'agent')
    await fc.assert(
      fc.asyncProperty(company, async (drawn) => {
        await inside(async () => {
          const people = await User.query().where('role', 'agent').orderBy('id')
          const made = await build(drawn, people)
          const holders = await Lead.holdings.holdersOf(made.map(({ id }) => id))
          const loaded = await User.withRights().whereIn(
            'id',
            people.map(({ id }) => id)
          )
          for (const [person, seen] of expected(drawn).entries()) {
            const user = loaded.find(({ id }) => id === people[person].id)!
            const bySql = (await Lead.visibleTo(user)).map(({ id }) => id).sort()
            const reach = user.reach('read', 'leads')
            const inMemory = made.filter(({ id }) =>
              reach.covers(holders.get(id) ?? { people: [], teams: [] })
            )
            const gathered = await Lead.visibleTo(user, 'read', { few: true })
            assert.deepEqual(gathered.map(({ id }) => id).sort(), bySql)
            const counted = (limit?: number) => Lead.holdings.countUpTo(() => Lead.query(), reach, limit)
            assert.equal(await counted(), bySql.length)
            assert.equal(await counted(1), Math.min(bySql.length, 2))
            assert.deepEqual(bySql, seen.map((at) => made[at].id).sort())
            assert.deepEqual(inMemory.map(({ id }) => id).sort(), bySql)
            const messages = await Message.visibleTo(user)
            assert.deepEqual(messages.map(({ leadId }) => leadId).sort(), bySql)
            for (const Model of [Order, Customer] as const) {
              const all = await Model.query().orderBy('id')
              const held = await Model.holdings.holdersOf(all.map(({ id }) => id))
              const of = user.reach('read', Model === Order ? 'orders' : 'customers')
              const found = (await Model.visibleTo(user)).map(({ id }) => id).sort()
              const gathered = await Model.visibleTo(user, 'read', { few: true })
              assert.equal(await Model.holdings.countUpTo(() => Model.query() as never, of), found.length)
              assert.deepEqual(gathered.map(({ id }) => id).sort(), found)
              assert.deepEqual(
                all.map(({ id }) => id).filter((id) => of.covers(held.get(id) ?? { people: [], teams: [] })),
                found
              )
            }
          }
          await Current.abandon()
        })
      }),
      { numRuns: 25 }
    )
  }).timeout(60_000)

  test('everything, nothing, or what some people and teams hold', ({ assert }) => {
    const held = { people: ['ann'], teams: ['north'] }
    assert.isTrue(Reach.everything.covers({ people: [], teams: [] }))
    assert.isFalse(Reach.nothing.covers(held))
    assert.isTrue(Reach.of(['ann']).covers(held))
    assert.isTrue(Reach.of(['bob'], ['north']).covers(held))
    assert.isFalse(Reach.of(['bob'], ['south']).covers(held))
    assert.isFalse(Reach.of(['north'], ['ann']).covers(held))
  })
})
