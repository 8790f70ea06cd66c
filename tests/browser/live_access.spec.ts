import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { live } from '#app/platform/live/live'
import Role from '#app/access/role'
import Team from '#app/access/team'
import { leadsChannel, ownLeadsChannel } from '#app/leads/lead_channel'
import { inboxChannel } from '#app/notifications/notification'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { makeMemberWith, makeTeam } from '#tests/access_factories'
import { makeCompany, makeMember, PASSWORD, type Company, type Member } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { Product } from '#tests/product'
import { until } from '#tests/until'
import { Visitor } from '#tests/visitor'

/** How the stream says no. */
const REFUSED = 400
const HEARS = 204

/** A browser's stream: what it was told, and whether the server has hung up. */
class Stream {
  #uid = newId()
  #text = ''
  isCut = false

  static async open(visitor: Visitor) {
    const stream = new Stream(visitor)
    const { body } = await visitor.get(`/__transmit/events?uid=${stream.#uid}`)
    void stream.#read(body!.getReader())
    return stream
  }

  private constructor(private visitor: Visitor) {}

  async subscribe(channel: string) {
    const { status } = await this.visitor.send('POST', '/__transmit/subscribe', { uid: this.#uid, channel })
    return status
  }

  hasHeard(word: string) {
    return this.#text.includes(word)
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>) {
    const decoder = new TextDecoder()
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read())
        this.#text += decoder.decode(part.value, { stream: true })
    } catch {
      // A stream that is cut off ends with an error.
    }
    this.isCut = true
  }
}

test.group('A stream of live news', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  const browserOf = async ({ identity }: Pick<Member, 'identity'>) => {
    const visitor = new Visitor({ origin: product.url })
    await visitor.send('POST', '/login', { email: identity.email, password: PASSWORD })
    return visitor
  }
  const ownOf = ({ tenant }: Company, { user }: Member) => ownLeadsChannel(tenant.id, user.id)

  test('is opened to the news of a person and, where they see every lead, of their company: no others', async ({
    assert,
  }) => {
    const [company, other] = [await makeCompany(), await makeCompany()]
    const ray = await makeMember(company.tenant, 'field_user')
    const mate = await makeMember(company.tenant, 'field_user')
    const blind = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'none' } } })
    const stream = await Stream.open(await browserOf(ray))
    assert.equal(await stream.subscribe(ownOf(company, ray)), HEARS)
    assert.equal(await stream.subscribe(inboxChannel(company.tenant.id, ray.user.id)), HEARS)
    const beyond = [
      leadsChannel(company.tenant.id),
      ownOf(company, mate),
      ownOf(company, company.admin),
      inboxChannel(company.tenant.id, company.admin.user.id),
      leadsChannel(other.tenant.id),
      ownOf(other, other.admin),
      ownLeadsChannel(other.tenant.id, ray.user.id),
      inboxChannel(other.tenant.id, other.admin.user.id),
      inboxChannel(other.tenant.id, ray.user.id),
    ]
    for (const channel of beyond) assert.equal(await stream.subscribe(channel), REFUSED, channel)
    const unseeing = await Stream.open(await browserOf(blind))
    assert.equal(await unseeing.subscribe(leadsChannel(company.tenant.id)), REFUSED)
    const desk = await Stream.open(await browserOf(company.admin))
    assert.equal(await desk.subscribe(leadsChannel(company.tenant.id)), HEARS)
    for (const channel of beyond.slice(4)) assert.equal(await desk.subscribe(channel), REFUSED, channel)
    const guest = await Stream.open(new Visitor({ origin: product.url }))
    for (const channel of [...beyond, ownOf(company, ray)])
      assert.equal(await guest.subscribe(channel), REFUSED, channel)
  }).timeout(60_000)

  test('tells nothing to spellings of a channel that nobody asked about', async ({ assert }) => {
    const [company, other] = [await makeCompany(), await makeCompany()]
    const stream = await Stream.open(await browserOf(company.admin))
    const told = leadsChannel(other.tenant.id)
    for (const spelling of [
      `/${told}`,
      `${told}/`,
      told.toUpperCase(),
      told.replaceAll('/', '%2F'),
      `companies/${company.tenant.id}/../${other.tenant.id}/leads`,
      `companies/*/leads`,
      'streams',
      'live',
    ])
      await stream.subscribe(spelling)
    assert.equal(await stream.subscribe(leadsChannel(company.tenant.id)), HEARS)
    const theirs = await other.inside(() => receiveLead())
    const ours = await company.inside(() => receiveLead())
    await until(() => stream.hasHeard(ours.id))
    assert.isFalse(stream.hasHeard(theirs.id))
  }).timeout(60_000)

  const ENDS: Record<string, (company: Company, dana: Dana) => Promise<unknown>> = {
    'another role': ({ inside }, { user }) =>
      inside(async () =>
        (await User.withRights().where('id', user.id).firstOrFail()).change({ role: 'associate' })
      ),
    'a role that was changed': ({ inside }, { role }) =>
      inside(async () => {
        const { name, description } = role
        const revised = { name, description, grants: { leads: { read: 'none' as const } }, fields: {} }
        await (await Role.findOrFail(role.id)).revise(revised)
      }),
    'a deactivation': ({ inside }, { user }) =>
      inside(async () => (await User.findOrFail(user.id)).deactivate()),
    'the company being closed': ({ inside }) =>
      inside(async () => (await Tenant.current()).deactivate('Closed')),
    'a sign-out': (_, { visitor }) => visitor.send('DELETE', '/session'),
    'a sign-out from elsewhere': async (_, { identity }) => identity.endSessions(),
  }
  type Dana = Awaited<ReturnType<typeof makeMemberWith>> & { visitor: Visitor }

  for (const [what, end] of Object.entries(ENDS)) {
    test(`ends with ${what}, and is refused from then on`, async ({ assert }) => {
      const company = await makeCompany()
      const member = await makeMemberWith(company, 'agent', {
        grants: { leads: { read: 'all', edit: 'all' } },
      })
      const dana = { ...member, visitor: await browserOf(member) }
      const channel = leadsChannel(company.tenant.id)
      const [stream, witness] = [
        await Stream.open(dana.visitor),
        await Stream.open(await browserOf(company.admin)),
      ]
      assert.equal(await stream.subscribe(channel), HEARS)
      await witness.subscribe(channel)
      const before = await company.inside(() => receiveLead())
      await until(() => stream.hasHeard(before.id))
      await end(company, dana)
      await until(() => stream.isCut)
      assert.equal(await (await Stream.open(dana.visitor)).subscribe(channel), REFUSED)
      const news = newId()
      await company.inside(() => live.tell(channel, { leadId: news }))
      if (what !== 'the company being closed' && what !== 'a role that was changed')
        await until(() => witness.hasHeard(news))
      assert.isFalse(stream.hasHeard(news))
    }).timeout(60_000)
  }

  test('stores no session, over which the page beside it may just have stored its own', async ({
    assert,
  }) => {
    const visitor = await browserOf((await makeCompany()).admin)
    await visitor.send('DELETE', '/session')
    const sessions = () => db.connection('system').from('sessions').orderBy('id')
    const before = await sessions()
    await Stream.open(visitor)
    // What it would store is stored by then, too.
    await browserOf((await makeCompany()).admin)
    assert.lengthOf(await sessions(), before.length + 1, 'that of the next to sign in')
  }).timeout(60_000)

  test('of somebody who leaves a team tells nothing more of what the team has', async ({ assert }) => {
    const company = await makeCompany()
    const leader = await makeMemberWith(company, 'agent', { grants: { leads: { read: 'team' } } })
    const mate = await makeMember(company.tenant, 'field_user')
    const team = await company.inside(() => makeTeam([leader.user, mate.user]))
    const visitor = await browserOf(leader)
    const stream = await Stream.open(visitor)
    assert.equal(await stream.subscribe(ownOf(company, leader)), HEARS)
    const lead = await company.inside(() => receiveLead())
    await company.inside(() => lead.assign(mate.user))
    await until(() => stream.hasHeard(lead.id))
    await company.inside(async () => (await Team.findOrFail(team.id)).gather([]))
    await until(() => stream.isCut)
    const again = await Stream.open(visitor)
    assert.equal(await again.subscribe(ownOf(company, leader)), HEARS)
    await company.inside(() => lead.start())
    const own = await company.inside(() => receiveLead())
    await company.inside(() => own.assign(leader.user))
    await until(() => again.hasHeard(own.id))
    assert.isFalse(again.hasHeard(lead.id))
  }).timeout(60_000)
})
