import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { timers } from '#app/platform/timers/timers'
import { runDueSchedules } from '#app/platform/timers/schedules'
import Delivery from '#app/deliveries/delivery'
import Schedule from '#app/timers/schedule'
import { companyTimers } from '#app/timers/set_timer'
import { makeMember, makeSuperUser } from '#tests/factories'
import { makeWorld, type World } from '#tests/functional/stranger/world'

type Shown = { id: string; timer: string; state: string; isCancellable: boolean; company: { slug: string } }
type Page = { timers: Shown[]; schedules: { id: string; rule: string; isPaused: boolean }[] }

const audited = (world: World, name: string) =>
  db.connection('system').from('events').where({ tenant_id: world.tenant.id, name, audited: true })

test.group('The scheduled work of a company', () => {
  test('shows what comes and why, and nothing of others or of the operator alone', async ({
    client,
    assert,
  }) => {
    const [world, other] = [await makeWorld(), await makeWorld()]
    const [timer, foreign] = [await world.timer(), await other.timer()]
    await world.inside(() => timers.schedule('probe.internal', {}, { in: { hours: 1 } }))
    const page = await client.get(world.path('/settings/timers')).loginAs(world.admin.identity).withInertia()
    page.assertInertiaComponent('timers/timers/index')
    const { timers: shown } = page.inertiaProps as Page
    const own = shown.find(({ id }) => id === timer.id)!
    assert.include(own, { state: 'waiting', isCancellable: true })
    assert.include(own, { purpose: 'Sends a mail again that could not be sent' } as never)
    assert.notInclude(
      shown.map(({ id }) => id),
      foreign.id
    )
    assert.isTrue(shown.every((one) => one.timer !== 'probe.internal'))
  })

  test('comes in pages, of which none leaves anything out or says it twice', async ({ client, assert }) => {
    const [world, other] = [await makeWorld(), await makeWorld()]
    const due = DateTime.utc().plus({ hours: 1 })
    const set = (of: World, count: number) =>
      of.inside(async () => {
        for (let one = 0; one < count; one++)
          await timers.schedule('delivery_retry', { one }, { startAfter: due.plus({ minutes: one % 3 }) })
      })
    await set(world, 120)
    await set(other, 5)
    for (let one = 0; one < 60; one++) await world.schedule()
    const pagesOf = async (qs: Record<string, string>, rows: (page: Page) => { id: string }[]) => {
      const pages: string[][] = []
      for (let after: string | null | undefined; after !== null;) {
        const answer = await client
          .get(world.path('/settings/timers'))
          .qs({ ...qs, ...(after && { after }) })
          .loginAs(world.admin.identity)
          .withInertia()
        const page = answer.inertiaProps as Page & { meta: { nextCursor: string | null } }
        pages.push(rows(page).map(({ id }) => id))
        after = page.meta.nextCursor
      }
      return pages
    }
    const waiting = await pagesOf({}, (page) => page.timers)
    assert.deepEqual(
      waiting.map((page) => page.length),
      [50, 50, 20]
    )
    const all = await world.inside(() => companyTimers.waiting())
    assert.deepEqual(
      waiting.flat(),
      all.map(({ id }) => id)
    )
    const recurring = await pagesOf({ show: 'recurring' }, (page) => page.schedules)
    assert.deepEqual(
      recurring.map((page) => page.length),
      [50, 10]
    )
    assert.lengthOf(new Set(recurring.flat()), 60)
    const foreign = (await other.inside(() => companyTimers.waiting()))[0].id
    const behind = await world.inside(() => companyTimers.waiting(10, foreign))
    assert.isEmpty(behind)
  })

  test('lets one be cancelled: what waited for it is put in order, and the audit log tells', async ({
    client,
    assert,
  }) => {
    const world = await makeWorld()
    const { id, data } = await world.timer()
    await client
      .post(world.path(`/settings/timers/${id}/cancellation`))
      .loginAs(world.admin.identity)
      .withCsrfToken()
      .redirects(0)
    const over = await world.inside(() => companyTimers.over())
    assert.equal(over.find((one) => one.id === id)?.state, 'cancelled')
    const { deliveryId } = data as { deliveryId: string }
    const delivery = await world.inside(() => Delivery.findOrFail(deliveryId))
    assert.include({ ...delivery.$attributes }, { state: 'not_sent', errorCode: 'E_TAKEN_BACK' })
    const [told] = await audited(world, 'timer.cancelled')
    assert.include(told, { actor_id: world.admin.user.id, subject_id: id })
    assert.equal(told.data.timer, 'delivery_retry')
  })

  test('keeps what the product needs from being cancelled', async ({ client, assert }) => {
    const world = await makeWorld()
    await world.visit()
    const [{ id }] = (await world.inside(() => companyTimers.waiting())).filter(
      ({ timer }) => timer === 'impersonation_end'
    )
    const answer = await client
      .post(world.path(`/settings/timers/${id}/cancellation`))
      .header('accept', 'application/json')
      .loginAs(world.admin.identity)
      .withCsrfToken()
    answer.assertStatus(409)
    const waiting = await world.inside(() => companyTimers.waiting())
    assert.include(
      waiting.map((one) => one.id),
      id
    )
    assert.isEmpty(await audited(world, 'timer.cancelled'))
  })

  test('pauses what recurs, with the run that waits, and goes on from the next time', async ({
    client,
    assert,
  }) => {
    const world = await makeWorld()
    const { id } = await world.schedule()
    const due = DateTime.utc().minus({ seconds: 1 }).toISO()
    await db.connection('system').from('schedules').where({ id }).update({ next_at: due })
    await runDueSchedules()
    const pause = (method: 'post' | 'delete') =>
      client[method](world.path(`/settings/schedules/${id}/pause`))
        .loginAs(world.admin.identity)
        .withCsrfToken()
        .redirects(0)
    await pause('post')
    await pause('post')
    const run = (await world.inside(() => companyTimers.over())).find((one) => one.schedule_id === id)
    assert.equal(run?.state, 'cancelled')
    await db.connection('system').from('schedules').where({ id }).update({ next_at: due })
    await runDueSchedules()
    const paused = await world.inside(() => Schedule.findOrFail(id))
    assert.equal(paused.runId, run!.id)
    await pause('delete')
    const resumed = await world.inside(() => Schedule.findOrFail(id))
    assert.equal(resumed.state, 'active')
    assert.isAbove(resumed.nextAt.toMillis(), Date.now())
    assert.lengthOf(await audited(world, 'schedule.paused'), 1)
    assert.lengthOf(await audited(world, 'schedule.resumed'), 1)
  })

  test('is for those who may change the settings', async ({ client }) => {
    const world = await makeWorld()
    const agent = await makeMember(world.tenant, 'agent')
    ;(await client.get(world.path('/settings/timers')).loginAs(agent.identity)).assertStatus(403)
  })
})

test.group('The timers of the console', () => {
  test('show those of all companies, what recurs, and what recurs for the installation', async ({
    client,
    assert,
  }) => {
    const world = await makeWorld()
    await world.inside(() =>
      timers.schedule('delivery_retry', {}, { startAfter: DateTime.utc().minus({ years: 5 }) })
    )
    await world.schedule()
    const root = await makeSuperUser()
    const ask = async (show: string) =>
      (await client.get('/console/timers').qs({ show }).loginAs(root).withInertia()).inertiaProps as Page
    const shown = (await ask('waiting')).timers.find(({ company }) => company?.slug === world.tenant.slug)
    assert.include(shown, { state: 'waiting', isCancellable: true })
    assert.property(await ask('recurring'), 'crons')
    assert.isNotEmpty((await ask('recurring')).schedules)
  })

  test('let a super user cancel any of a company, and its audit log says who', async ({ client, assert }) => {
    const world = await makeWorld()
    await world.visit()
    const timer = (await world.inside(() => companyTimers.waiting())).find(
      (one) => one.timer === 'impersonation_end'
    )!
    const root = await makeSuperUser()
    const path = `/console/companies/${world.tenant.slug}/timers/${timer.id}/cancellation`
    await client.post(path).loginAs(root).withCsrfToken().redirects(0)
    const [told] = await audited(world, 'timer.cancelled')
    assert.include(told, { actor_kind: 'super_user', actor_id: root.id })
    await client.delete(path).loginAs(root).withCsrfToken().redirects(0)
    const waiting = await world.inside(() => companyTimers.waiting())
    assert.include(
      waiting.map(({ id }) => id),
      timer.id
    )
    assert.lengthOf(await audited(world, 'timer.restored'), 1)
  })

  test('do not exist for anybody else', async ({ client }) => {
    const world = await makeWorld()
    ;(await client.get('/console/timers').loginAs(world.admin.identity)).assertStatus(404)
  })
})
