import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { openBus } from '#app/platform/bus/open_bus'
import { giveUp } from '#tests/dead_letters'
import { formErrors } from '#tests/form_errors'
import { makeCompany, makeMember, makeSuperUser, type Company } from '#tests/factories'
import { until } from '#tests/until'

const QUEUE = 'notifications'
const address = `/console/queues/${QUEUE}`

type Letter = { id: string; cause: string; event: { id: string; data: string }; company: { slug: string } }
type Page = { letters: Letter[]; count: number }

type Told = { actor_kind: string; actor_id: string; subject_id: string; data: Record<string, string> }

const auditedIn = ({ tenant }: Company, name: string): Promise<Told[]> =>
  db.connection('system').from('events').where({ tenant_id: tenant.id, name, audited: true })

test.group('The queues of the console', () => {
  test('tell how much waits, and how much was given up', async ({ client, assert }) => {
    await giveUp(await makeCompany(), 'paper jam')
    const page = await client
      .get('/console/queues')
      .loginAs(await makeSuperUser())
      .withInertia()
    page.assertInertiaComponent('console/queues/index')
    const { overview } = page.inertiaProps as {
      overview: { driver: string; isReachable: boolean; queues: { queue: string; dead: number }[] }
    }
    assert.isTrue(overview.isReachable)
    assert.sameMembers(
      overview.queues.map(({ queue }) => queue),
      ['webhooks', 'deals', 'crm', 'photos', 'companies', 'notifications']
    )
    assert.isAtLeast(overview.queues.find(({ queue }) => queue === QUEUE)!.dead, 1)
  })

  test('show what was given up with its cause and company, by event and part of the cause', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const [first] = await giveUp(company, 'The printer is out of paper')
    const [second] = await giveUp(company, 'The ribbon is dry')
    const root = await makeSuperUser()
    const ask = async (qs: Record<string, string>) =>
      (await client.get(address).qs(qs).loginAs(root).withInertia()).inertiaProps as Page
    const byEvent = await ask({ event: first.name })
    assert.equal(byEvent.count, 1)
    assert.include(byEvent.letters[0], { cause: 'E_POISON: The printer is out of paper' })
    assert.equal(byEvent.letters[0].event.id, first.id)
    assert.equal(byEvent.letters[0].company.slug, company.tenant.slug)
    const byCause = await ask({ cause: 'RIBBON' })
    assert.include(
      byCause.letters.map(({ event }) => event.id),
      second.id
    )
    assert.notInclude(
      byCause.letters.map(({ event }) => event.id),
      first.id
    )
  })

  test('let one be handled again, and tell its company who did it', async ({ client, assert }) => {
    const company = await makeCompany()
    const [event] = await giveUp(company, 'paper jam')
    const root = await makeSuperUser()
    const page = await client.get(address).qs({ event: event.name }).loginAs(root).withInertia()
    const [{ id }] = (page.inertiaProps as Page).letters
    await client
      .post(`${address}/replays`)
      .json({ ids: [id] })
      .loginAs(root)
      .withCsrfToken()
      .redirects(0)
    const handled: string[] = []
    const bus = await openBus()
    await bus.consume(QUEUE, { subscribes: [event.name], concurrency: 1 }, async (one) => {
      handled.push(one.id)
    })
    await until(() => handled.includes(event.id))
    await bus.close()
    const [told] = await auditedIn(company, 'dead_letter.replayed')
    assert.include(told, { actor_kind: 'super_user', actor_id: root.id, subject_id: id })
    assert.deepEqual(told.data, {
      queue: QUEUE,
      event: event.name,
      eventId: event.id,
      cause: 'E_POISON: paper jam',
    })
  })

  test('let all that match be given up for good, with the reason', async ({ client, assert }) => {
    const company = await makeCompany()
    const events = await giveUp(company, 'paper jam', 3)
    const [other] = await giveUp(company, 'paper jam')
    const root = await makeSuperUser()
    const discard = (body: object) =>
      client
        .post(`${address}/discards`)
        .json({ event: events[0].name, ...body })
        .header('accept', 'text/html')
        .loginAs(root)
        .withCsrfToken()
        .redirects(0)
    assert.property(formErrors(await discard({ reason: ' ' })), 'reason')
    await discard({ reason: 'Handled by hand' })
    const left = async (event: string) =>
      ((await client.get(address).qs({ event }).loginAs(root).withInertia()).inertiaProps as Page).count
    assert.equal(await left(events[0].name), 0)
    assert.equal(await left(other.name), 1)
    const told = await auditedIn(company, 'dead_letter.discarded')
    assert.lengthOf(told, 3)
    assert.isTrue(told.every(({ data }) => data.reason === 'Handled by hand'))
  })

  test('do not exist for anybody else, nor for names that no worker reads', async ({ client }) => {
    const { tenant, admin } = await makeCompany()
    for (const { identity } of [admin, await makeMember(tenant, 'agent')]) {
      ;(await client.get('/console/queues').loginAs(identity)).assertStatus(404)
      ;(await client.get(address).loginAs(identity)).assertStatus(404)
      ;(await client.post(`${address}/replays`).loginAs(identity).withCsrfToken()).assertStatus(404)
    }
    for (const name of ['nothing', 'constructor'])
      (await client.get(`/console/queues/${name}`).loginAs(await makeSuperUser())).assertStatus(404)
  })
})
