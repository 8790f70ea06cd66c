import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import BookingCalendar from '#app/bookings/booking_calendar'
import { RULES } from '#tests/booking_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'

const put = (client: ApiClient, company: Company, body: object, identity = company.admin.identity) =>
  client
    .put(company.path('/settings/booking'))
    .json({ ...RULES, ...body })
    .header('accept', 'application/json')
    .loginAs(identity)
    .withCsrfToken()
    .redirects(0)

test.group('The calendar of a company', () => {
  test('is closed at first, and what the administrator says, told once', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, path, admin, tenant } = company
    const page = await client.get(path('/settings/booking')).loginAs(admin.identity).withInertia()
    page.assertInertiaComponent('bookings/calendars/edit')
    const { rules } = page.inertiaProps as { rules: typeof RULES }
    assert.deepEqual(rules.week, [[], [], [], [], [], [], []])
    assert.isNull(rules.changeHours)
    const days = { closedDays: ['2027-12-24', '2027-12-25'] }
    ;(await put(client, company, days)).assertStatus(302)
    ;(await put(client, company, days)).assertStatus(302)
    await inside(async () => assert.deepEqual((await BookingCalendar.current()).rules, { ...RULES, ...days }))
    const told = await db
      .connection('system')
      .from('events')
      .where({ tenant_id: tenant.id, name: 'tenant.bookings_ruled' })
    assert.deepEqual(
      told.map(({ audited, data }) => [audited, data.changed]),
      [[true, ['week', 'closedDays', 'noticeHours', 'changeHours']]]
    )
  })

  test('says which window is wrong, and why', async ({ client, assert }) => {
    const company = await makeCompany()
    const monday = (...windows: unknown[]) => ({ week: [windows, [], [], [], [], [], []] })
    const window = { from: '08:00', to: '10:00', capacity: 1 }
    for (const [body, field, words] of [
      [monday({ ...window, to: '08:00' }), 'week.0.0.to', /later than the start/],
      [monday(window, { ...window, from: '09:00', to: '11:00' }), 'week.0', /begins at 09:00/],
      [monday({ ...window, from: '8 am' }), 'week.0.0.from', /for example 08:00/],
      [monday({ ...window, capacity: 0 }), 'week.0.0.capacity', /from 1 to 50/],
      [monday({ ...window, capacity: 1.5 }), 'week.0.0.capacity', /whole number/],
      [monday(null, 7, 'x'), 'week.0.0', /./],
      [{ week: [[]] }, 'week', /./],
      [{ week: 'always' }, 'week', /./],
      [{ closedDays: ['2027-02-30'] }, 'closedDays.0', /day of the calendar/],
      [{ closedDays: ['2027-12-24', '2027-12-24'] }, 'closedDays', /twice/],
      [{ horizonDays: 0 }, 'horizonDays', /from 1 to 90/],
      [{ holdHours: 1000 }, 'holdHours', /from 1 to 168/],
      [{ changeHours: -1 }, 'changeHours', /from 0 to 720/],
    ] as const) {
      const answer = await put(client, company, body)
      answer.assertStatus(422)
      const { errors } = answer.body() as { errors: { field: string; message: string }[] }
      const found = errors.find((one) => one.field === field)
      assert.match(found?.message ?? `nothing for ${field}: ${JSON.stringify(errors)}`, words)
    }
    await company.inside(async () => assert.isFalse((await BookingCalendar.current()).isOpenAtAll))
  })

  test('is the administrator’s to say', async ({ client }) => {
    const company = await makeCompany()
    for (const role of ['supervisor', 'agent', 'field_user'] as const) {
      const { identity } = await makeMember(company.tenant, role)
      ;(await put(client, company, {}, identity)).assertStatus(403)
      ;(await client.get(company.path('/settings/booking')).loginAs(identity)).assertStatus(403)
    }
  })

  test('said by two at once is the word of one of them', async ({ client, assert }) => {
    const company = await makeCompany()
    const answers = await Promise.all([
      put(client, company, { horizonDays: 10 }),
      put(client, company, { horizonDays: 20 }),
    ])
    for (const answer of answers) answer.assertStatus(302)
    await company.inside(async () => {
      assert.lengthOf(await BookingCalendar.all(), 1)
      assert.include([10, 20], (await BookingCalendar.current()).horizonDays)
    })
  })
})
