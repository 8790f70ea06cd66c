import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/platform/clock'
import { newId } from '#app/platform/ids'
import HousekeepingTimer from '#app/platform/timers/housekeeping_timer'
import Customer from '#app/customers/customer'
import LeadFlow from '#app/lead_flows/lead_flow'
import QrCode from '#app/qr_codes/qr_code'
import StickerReport from '#app/qr_codes/sticker_report'
import type { DailyScans } from '#app/scans/scan_days'
import { makeCompany, makeMember } from '#tests/factories'
import { makeSticker, openForm, somewhere } from '#tests/functional/requests/setting'
import { makeQrCodes } from '#tests/qr_factories'

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'

type Sticker = Awaited<ReturnType<typeof makeSticker>>

const look = (client: ApiClient, path: string, from = somewhere(), headers: Record<string, string> = {}) =>
  Object.entries(headers).reduce(
    (request, [name, value]) => request.header(name, value),
    client.get(path).header('user-agent', PHONE).header('x-forwarded-for', from)
  )

const daysOf = ({ inside }: Pick<Sticker, 'inside'>) =>
  inside(() => db.from('qr_scan_days').select('scans', 'visitors', 'leads', 'lead_flow_id', 'bound_by'))

const codeOf = ({ inside, code }: Pick<Sticker, 'inside' | 'code'>) =>
  inside(() => QrCode.findOrFail(code.id))

const pageOf = async <Props>(
  client: ApiClient,
  { tenant, admin }: Pick<Sticker, 'tenant' | 'admin'>,
  at: string
) => (await client.get(`/c/${tenant.slug}${at}`).loginAs(admin.identity).withInertia()).inertiaProps as Props

test.group('Scans', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('count a person once within minutes, again later, and as one person of that day', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const noon = DateTime.utc().setZone('America/Denver').startOf('day').plus({ hours: 12 })
    const [ann, ben] = [somewhere(), somewhere()]
    for (const [minutes, who] of [
      [0, ann],
      [3, ann],
      [5, ben],
      [40, ann],
    ] as const) {
      clock.travelTo(noon.plus({ minutes }))
      ;(await look(client, sticker.path, who)).assertStatus(200)
    }
    assert.deepEqual(await daysOf(sticker), [
      { scans: 3, visitors: 2, leads: 0, lead_flow_id: sticker.flow.id, bound_by: null },
    ])
    const { scans, firstScannedAt, lastScannedAt } = await codeOf(sticker)
    assert.deepEqual(
      [
        scans,
        firstScannedAt!.diff(noon).as('minutes') < 1,
        Math.floor(lastScannedAt!.diff(noon).as('minutes')),
      ],
      [3, true, 40]
    )
  })

  test('are not made by robots, previews, what a browser fetches ahead, or colleagues', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    await client.get(sticker.path).header('user-agent', 'WhatsApp/2.23.20.0 A')
    await look(client, sticker.path, somewhere(), { 'sec-purpose': 'prefetch' })
    await client.head(sticker.path).header('user-agent', PHONE)
    await look(client, sticker.path).loginAs(sticker.admin.identity)
    assert.deepEqual(await daysOf(sticker), [])
    assert.isNull((await codeOf(sticker)).firstScannedAt)
    const stranger = await makeCompany()
    await look(client, sticker.path).loginAs(stranger.admin.identity)
    assert.equal((await codeOf(sticker)).scans, 1)
  })

  test('are all counted when many come at once, in one row', async ({ client, assert }) => {
    const sticker = await makeSticker()
    await Promise.all(Array.from({ length: 12 }, () => look(client, sticker.path)))
    assert.containSubset(await daysOf(sticker), [{ scans: 12, visitors: 12 }])
    assert.lengthOf(await daysOf(sticker), 1)
    assert.equal((await codeOf(sticker)).scans, 12)
    const { scans } = await pageOf<{ scans: DailyScans }>(client, sticker, `/qr_codes/${sticker.code.id}`)
    assert.containSubset(scans.days.at(-1), { scans: 12, visitors: 12 })
  })

  test('are shown by day, in the time of the company, and agree with the totals', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const ann = somewhere()
    const midnight = DateTime.utc().setZone(sticker.tenant.timeZone).startOf('day')
    for (const time of [
      midnight.minus({ days: 40 }),
      midnight.minus({ days: 2, minutes: 10 }),
      midnight.minus({ days: 2 }),
      midnight.minus({ days: 2 }).plus({ hours: 1 }),
    ]) {
      clock.travelTo(time)
      await look(client, sticker.path, ann)
    }
    clock.travelTo(midnight.plus({ hours: 12 }))
    const { qrBatchId } = await codeOf(sticker)
    const code = await pageOf<{ scans: DailyScans }>(client, sticker, `/qr_codes/${sticker.code.id}`)
    const batch = await pageOf<{ scanDays: DailyScans }>(client, sticker, `/qr_batches/${qrBatchId}`)
    for (const { days, before } of [code.scans, batch.scanDays]) {
      assert.lengthOf(days, 30)
      assert.deepEqual(
        days.filter(({ scans }) => scans > 0),
        [
          { day: midnight.minus({ days: 3 }).toISODate(), scans: 1, visitors: 1 },
          { day: midnight.minus({ days: 2 }).toISODate(), scans: 2, visitors: 1 },
        ]
      )
      assert.equal(before, 1)
    }
    assert.equal((await codeOf(sticker)).scans, 4)
  })

  test('of blank and lost codes are told apart from those that showed a form', async ({ client, assert }) => {
    const sticker = await makeSticker()
    await look(client, `/q/${sticker.blank.token}`)
    await sticker.inside(async () => (await QrCode.findOrFail(sticker.code.id)).reportLost({ by: null }))
    await look(client, sticker.path)
    assert.deepEqual(await daysOf(sticker), [
      { scans: 2, visitors: 2, leads: 0, lead_flow_id: null, bound_by: null },
    ])
  })

  test('that become requests are counted with their flow and with who bound the code', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const { inside, blank, customer, tenant } = sticker
    const { user } = await makeMember(tenant, 'field_user', 'Finn Field')
    await inside(async () =>
      (await QrCode.findOrFail(blank.id)).assign(customer, { by: user, from: 'field' })
    )
    const path = `/q/${blank.token.toLowerCase()}`
    await look(client, path)
    const { stamp } = await openForm(client, path)
    const [what] = sticker.asked
    const send = () =>
      client
        .post(path)
        .redirects(0)
        .form({ stamp, answers: { [what.id]: 'Cold boiler' } })
    ;(await send()).assertStatus(303)
    await send()
    assert.deepEqual(await daysOf(sticker), [
      { scans: 1, visitors: 1, leads: 1, lead_flow_id: sticker.flow.id, bound_by: user.id },
    ])
  })

  test('keep nothing of a visitor but a mark, and that for two days', async ({ client, assert }) => {
    const sticker = await makeSticker()
    await look(client, sticker.path)
    const visits = () => sticker.inside(() => db.from('qr_visits'))
    const [visit] = await visits()
    assert.sameMembers(Object.keys(visit), [
      'tenant_id',
      'qr_code_id',
      'day',
      'visitor',
      'scans',
      'counted_at',
    ])
    assert.equal(visit.visitor.length, 16)
    await new HousekeepingTimer().handle()
    assert.lengthOf(await visits(), 1)
    clock.travelTo(DateTime.utc().plus({ days: 4 }))
    await new HousekeepingTimer().handle()
    assert.lengthOf(await visits(), 0)
    assert.equal((await codeOf(sticker)).scans, 1)
  })
})

test.group('The page of scans', () => {
  test('tells scans, people and requests by day, batch, flow and person', async ({ client, assert }) => {
    const sticker = await makeSticker()
    await look(client, sticker.path)
    await look(client, sticker.path)
    const read = (by: string) =>
      pageOf<{ totals: object; rows: { name: string; scans: number }[] }>(
        client,
        sticker,
        `/scans?by=${by}&days=7`
      )
    const byDay = await read('day')
    assert.deepEqual(byDay.totals, { scans: 2, visitors: 2, leads: 0 })
    assert.deepEqual(
      byDay.rows.map(({ scans }) => scans),
      [2, 0, 0, 0, 0, 0, 0]
    )
    assert.containSubset((await read('batch')).rows, [{ name: 'Spring', scans: 2 }])
    assert.containSubset((await read('flow')).rows, [{ name: sticker.flow.name, scans: 2 }])
    assert.containSubset((await read('person')).rows, [{ of: null, name: null, scans: 2 }])
    const year = await pageOf<{ rows: object[] }>(client, sticker, '/scans?days=365')
    assert.isAtMost(year.rows.length, 13)
  })

  test('shows a company its own only', async ({ client, assert }) => {
    const [sticker, stranger] = [await makeSticker(), await makeCompany()]
    await look(client, sticker.path)
    const { totals } = await pageOf<{ totals: object }>(client, stranger, '/scans')
    assert.deepEqual(totals, { scans: 0, visitors: 0, leads: 0 })
  })
})

test.group('Codes that were never scanned', () => {
  test('are listed from the oldest, page by page, until somebody scans them', async ({ client, assert }) => {
    const company = await makeCompany()
    const codes = await company.inside(async () => {
      await LeadFlow.startFor(company.tenant)
      const made = await makeQrCodes(53)
      const ann = await Customer.register({ name: 'Ann Smith', country: 'US' })
      for (const code of made.slice(0, 52)) await code.assign(ann, { by: company.admin.user })
      return made
    })
    type Page = {
      codes: { id: string; customer: { name: string } }[]
      suspected: string[]
      meta: { nextCursor: string; count: string }
    }
    const first = await pageOf<Page>(client, company, '/scans/unscanned_codes')
    const next = `/scans/unscanned_codes?after=${first.meta.nextCursor}`
    const second = await pageOf<Page>(client, company, next)
    assert.equal(first.meta.count, '52')
    assert.equal(first.codes[0].customer.name, 'Ann Smith')
    assert.sameMembers(
      [...first.codes, ...second.codes].map(({ id }) => id),
      codes.slice(0, 52).map(({ id }) => id)
    )
    await company.inside(() => StickerReport.take(codes[1], { comment: null, key: newId() }))
    await look(client, `/q/${codes[0].token}`)
    const after = await pageOf<Page>(client, company, '/scans/unscanned_codes')
    assert.equal(after.meta.count, '51')
    assert.deepEqual(after.suspected, [codes[1].id])
  })
})

test.group('Walks', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('tell for each day and person how many codes they bound, how fast, and where', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { user } = await makeMember(company.tenant, 'field_user', 'Finn Field')
    const nine = DateTime.utc().setZone('America/Denver').startOf('day').minus({ days: 1 }).plus({ hours: 9 })
    const codes = await company.inside(() => makeQrCodes(3))
    for (const [index, code] of codes.entries()) {
      clock.travelTo(nine.plus({ minutes: 30 * index }))
      await company.inside(async () => {
        const customer = await Customer.register({ name: `Stop ${index + 1}`, country: 'US' })
        await code.assign(customer, { by: user, from: 'field' })
      })
    }
    clock.comeBack()
    const { walks } = await pageOf<{ walks: { userId: string; day: string }[] }>(
      client,
      company,
      '/scans/walks'
    )
    assert.containSubset(walks, [
      { name: 'Finn Field', day: nine.toISODate(), bound: 3, undone: 0, scanned: 0, perHour: 2 },
    ])
    const { stops } = await pageOf<{ stops: { customer: { name: string } }[] }>(
      client,
      company,
      `/scans/walks/${user.id}?day=${nine.toISODate()}`
    )
    assert.deepEqual(
      stops.map(({ customer }) => customer.name),
      ['Stop 1', 'Stop 2', 'Stop 3']
    )
    const never = await client
      .get(`/c/${company.tenant.slug}/scans/walks/${user.id}?day=2026-02-31`)
      .header('accept', 'application/json')
      .loginAs(company.admin.identity)
    never.assertStatus(422)
  })
})
