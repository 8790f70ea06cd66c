import { test } from '@japa/runner'
import CrmConnection, { type NewcomerRule } from '#app/crm_connections/crm_connection'
import CrmFieldMapping from '#app/crm_connections/crm_field_mapping'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncWorker from '#app/crm_connections/crm_sync_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import type { HubSpotServer } from '#tests/contract/hubspot/server'
import { companyOf, startHubSpot } from '#tests/crm_factories'
import { handOverAfter } from '#tests/hand_over'

test.group('Those who were in a customer system before it was connected', (group) => {
  let hubspot: HubSpotServer

  group.each.setup(async () => {
    const started = await startHubSpot()
    hubspot = started.hubspot
    return started.stop
  })

  async function begun(rule: NewcomerRule = 'ask') {
    const company = await companyOf(hubspot, 0)
    const { inside, admin, tenant, connection } = company
    await inside(async () => (await CrmConnection.own())!.ruleNewcomers(rule))
    let last = newId()
    const step = async () => {
      const since = last
      last = newId()
      await handOverAfter(since, tenant.id, CrmSyncWorker)
    }
    const present = ({ id }: CrmSync) => inside(() => CrmSync.findOrFail(id))
    return {
      ...company,
      step,
      present,
      names: async () => (await inside(() => Customer.query().orderBy('name'))).map(({ name }) => name),
      waiting: () => inside(() => CrmNewcomer.undecided().orderBy('id')),
      register: (facts: object) => inside(() => Customer.register({ name: 'Ann', country: 'US', ...facts })),
      start: (purpose: CrmSync['purpose']) => inside(() => CrmSync.start(connection, purpose, admin.user)),
      /** To its end. */
      walk: async (purpose: CrmSync['purpose']) => {
        const sync = await inside(() => CrmSync.start(connection, purpose, admin.user))
        for (let at = 0; at < 5 && !(await present(sync)).isOver; at++) await step()
        return present(sync)
      },
    }
  }
  const listed = () =>
    hubspot.exchanges.filter(({ path, method }) => method === 'GET' && path.endsWith('/contacts'))
  const writes = () => hubspot.exchanges.filter(({ method }) => method === 'PATCH' || method === 'DELETE')
  const people = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      hubspot.make({ firstname: `Guest ${n}`, email: `g${n}@example.com` })
    )

  test('are counted beforehand, without those who would be linked or were left out, and nothing is kept', async ({
    assert,
    client,
  }) => {
    const { inside, register, walk, feed, settle, waiting, path, admin } = await begun()
    const out = hubspot.make({ firstname: 'Left', email: 'left@example.com' })
    await settle()
    await feed()
    hubspot.alter(out, { city: 'Vail' })
    await feed()
    await inside(async () => (await CrmNewcomer.findByOrFail('externalId', out)).leaveOut())
    people(3)
    for (const name of ['One', 'Two']) hubspot.make({ firstname: name, phone: '+13035550199' })
    hubspot.make({ firstname: 'K.', email: 'known@example.com' })
    await register({ name: 'Known', email: 'Known@example.com' })
    await register({ name: 'Several', phone: '+13035550199' })
    const sync = await walk('preview')
    assert.containSubset(sync, { state: 'done', peopleRead: 7, peopleUnknown: 5, peopleAlike: 2 })
    assert.isEmpty(await waiting())
    const page = await client
      .get(path(`/settings/customer_system/syncs/${sync.id}`))
      .loginAs(admin.identity)
      .withInertia()
    page.assertInertiaPropsContains({ rule: 'ask', sync: { people: { read: 7, unknown: 5, alike: 2 } } })
  })

  test('wait for somebody once all customers are there, each once, with whom they may be', async ({
    assert,
  }) => {
    const { register, walk, waiting, names } = await begun()
    people(2)
    hubspot.make({ firstname: 'K.', email: 'known@example.com' })
    for (const name of ['One', 'Two']) hubspot.make({ firstname: name, phone: '+13035550199' })
    await register({ name: 'Known', email: 'known@example.com' })
    const several = await register({ name: 'Several', phone: '+13035550199' })
    for (const sync of [await walk('write'), await walk('write')])
      assert.containSubset(sync, { state: 'done', peopleUnknown: 4, peopleAlike: 2 })
    const met = (await waiting()).map(({ facts, likely }) => [facts.name, likely.length])
    assert.deepEqual(met, [
      ['Guest 0', 0],
      ['Guest 1', 0],
      ['One', 1],
      ['Two', 1],
    ])
    assert.deepEqual((await waiting())[2].likely, [several.id])
    assert.deepEqual(await names(), ['Known', 'Several'])
  })

  test('become customers by themselves where the company wants that, and nothing is written there', async ({
    assert,
  }) => {
    const { register, walk, waiting, names, inside, settle } = await begun('take_in')
    people(3)
    hubspot.make({ firstname: 'Annie', phone: '+13035550111', email: 'annie@example.com' })
    hubspot.make({ firstname: 'Anny', phone: '+13035550111', email: 'anny@example.com' })
    await register({ name: 'Ann Lee', phone: '+13035550111' })
    await walk('write')
    await settle()
    assert.deepEqual(await names(), ['Ann Lee', 'Guest 0', 'Guest 1', 'Guest 2'])
    assert.lengthOf(await waiting(), 2)
    assert.lengthOf(await inside(() => CrmLink.query().whereNotNull('externalId')), 3)
    assert.isEmpty(writes())
    assert.equal(hubspot.size, 5)
  })

  test('are left alone where the company wants nothing of them, but for being counted', async ({
    assert,
  }) => {
    const { walk, waiting } = await begun('ignore')
    people(2)
    assert.containSubset(await walk('preview'), { peopleUnknown: 2 })
    const asked = listed().length
    assert.containSubset(await walk('write'), { state: 'done', walkedAt: null })
    assert.lengthOf(listed(), asked)
    assert.isEmpty(await waiting())
  })

  test('are read on from where somebody paused', async ({ assert }) => {
    const { inside, step, start, present, waiting } = await begun()
    people(210)
    const sync = await start('write')
    await step()
    const pause = hubspot.pauseAtNext()
    const reading = step()
    await pause.arrived
    await inside(async () => (await present(sync)).pause())
    pause.resume()
    await reading
    assert.containSubset(await present(sync), { state: 'paused', peopleRead: 100 })
    await step()
    assert.lengthOf(await waiting(), 100)
    const asked = listed().length
    await inside(async () => (await present(sync)).resume())
    await step()
    assert.containSubset(await present(sync), { state: 'done', peopleRead: 210, peopleUnknown: 210 })
    assert.lengthOf(await waiting(), 210)
    assert.lengthOf(listed(), asked + 2)
  })

  test('are counted once when the system wants to be left alone on the way', async ({ assert }) => {
    const { step, start, present, tenant, waiting } = await begun()
    people(120)
    const before = newId()
    const sync = await start('write')
    await step()
    hubspot.next({ pass: true }, { cut: 'half' })
    await assert.rejects(step)
    assert.containSubset(await present(sync), { state: 'running', peopleRead: 100 })
    await handOverAfter(before, tenant.id, CrmSyncWorker)
    assert.containSubset(await present(sync), { state: 'done', peopleRead: 120, peopleUnknown: 120 })
    assert.lengthOf(await waiting(), 120)
  })

  test('are not asked for again where nobody was there before all customers went together', async ({
    assert,
  }) => {
    const { inside, register, walk, connection, waiting } = await begun()
    await inside(() => CrmFieldMapping.keep(connection, []))
    hubspot.knowKeys()
    for (const name of ['Bea', 'Cal']) await register({ name })
    assert.containSubset(await walk('write'), { state: 'done', listed: 0, walkedAt: null })
    assert.lengthOf(listed(), 1)
    assert.equal(hubspot.size, 2)
    people(1)
    assert.containSubset(await walk('write'), { state: 'done', listed: 3, peopleRead: 3, peopleUnknown: 1 })
    assert.lengthOf(await waiting(), 1)
  })
})
