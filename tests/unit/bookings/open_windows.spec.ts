import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import BookingCalendar, { type BookingRules } from '#app/bookings/booking_calendar'
import BookingPlace from '#app/bookings/booking_place'
import OpenWindows from '#app/bookings/open_windows'
import { WindowGoneError } from '#app/bookings/errors'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import { keyIn, RULES, windowIn } from '#tests/booking_factories'
import { eventsOf, receiveLead } from '#tests/lead_factories'
import { makeCompany, type Company } from '#tests/factories'

async function companyWith(rules: Partial<BookingRules> = {}, timeZone = 'America/Denver') {
  const company = await makeCompany({ timeZone })
  await company.inside(() => BookingCalendar.state({ ...RULES, ...rules }))
  return company
}
const offered = ({ inside, tenant }: Company) =>
  inside(async () => new OpenWindows(await BookingCalendar.current(), tenant.timeZone).all())
const keys = async (company: Company) => (await offered(company)).map(({ key }) => key)
const at = <T>(moment: string, zone: string, work: () => Promise<T>) =>
  clock.during(DateTime.fromISO(moment, { zone }), work)
const week = (from: string, to: string, capacity = 1) =>
  Array.from({ length: 7 }, () => [{ from, to, capacity }])

test.group('Windows that the office plans by', () => {
  test('are all that are not over, full ones too, with how many come then', async ({ assert }) => {
    const company = await companyWith({
      week: week('08:00', '10:00', 2),
      noticeHours: 48,
      closedDays: ['2027-03-11'],
    })
    const { inside, tenant } = company
    const filled = () =>
      inside(async () => new OpenWindows(await BookingCalendar.current(), tenant.timeZone).filled(3))
    await at('2027-03-09T09:00', tenant.timeZone, async () => {
      await inside(async () => {
        for (const hours of ['08:00/10:00', '09:00/11:00', '09:30/10:30'])
          await Order.fromLead(await receiveLead(), {
            window: await windowIn(1, hours),
            assignee: null,
            note: null,
            by: null,
          })
      })
      assert.deepEqual(
        (await filled()).map(({ day, from, to, taken, capacity }) => [day, from, to, taken, capacity]),
        [
          ['2027-03-09', '08:00', '10:00', 0, 2],
          ['2027-03-10', '08:00', '10:00', 3, 2],
          ['2027-03-12', '08:00', '10:00', 0, 2],
        ]
      )
    })
    await at('2027-03-09T10:00', tenant.timeZone, async () =>
      assert.equal((await filled())[0].day, '2027-03-10')
    )
  })

  test('are none where the company has no calendar', async ({ assert }) => {
    const { inside, tenant } = await makeCompany()
    const none = inside(async () =>
      new OpenWindows(await BookingCalendar.current(), tenant.timeZone).filled(28)
    )
    assert.isEmpty(await none)
  })
})

test.group('Windows that customers can choose', () => {
  test('are none until the company has said when it comes', async ({ assert }) => {
    assert.isEmpty(await offered(await makeCompany()))
  })

  test('are those of its open days, far enough ahead and not too far', async ({ assert }) => {
    const open = [...week('08:00', '10:00').slice(0, 5), [], []]
    const company = await companyWith({
      week: open,
      closedDays: ['2027-03-10'],
      noticeHours: 12,
      horizonDays: 7,
    })
    // A Monday; at 20:00 the evening before, Monday itself is exactly twelve hours away.
    const seen = await at('2027-03-07T20:00', 'America/Denver', () => keys(company))
    assert.deepEqual(seen, [
      '2027-03-08T08:00/10:00',
      '2027-03-09T08:00/10:00',
      '2027-03-11T08:00/10:00',
      '2027-03-12T08:00/10:00',
    ])
    const later = await at('2027-03-07T20:01', 'America/Denver', () => keys(company))
    assert.notInclude(later, '2027-03-08T08:00/10:00')
  })

  test('keep to the clock of the company on the days that the clocks change', async ({ assert }) => {
    const company = await companyWith({ week: week('01:30', '04:00'), horizonDays: 2 }, 'Europe/Berlin')
    const around = (moment: string) => at(moment, 'Europe/Berlin', () => offered(company))
    const spans = async (moment: string) =>
      (await around(moment)).map(({ startsAt, endsAt }) => [
        startsAt.toISO(),
        endsAt.diff(startsAt, 'hours').hours,
      ])
    assert.deepEqual(await spans('2027-03-26T12:00'), [['2027-03-28T00:30:00.000Z', 1.5]])
    assert.deepEqual(await spans('2027-10-29T12:00'), [['2027-10-30T23:30:00.000Z', 3.5]])
    const inTheGap = await companyWith({ week: week('02:00', '03:00'), horizonDays: 2 }, 'Europe/Berlin')
    const none = await at('2027-03-26T12:00', 'Europe/Berlin', () => offered(inTheGap))
    assert.isEmpty(none, 'an hour that does not exist is no window')
  })

  test('are full when visits take all their places, also those that the office planned', async ({
    assert,
  }) => {
    const company = await companyWith({ week: week('08:00', '10:00', 2) })
    const key = await company.inside(() => keyIn(3))
    const plan = async (hours: string) => {
      const window = await windowIn(3, hours)
      return Order.fromLead(await receiveLead(), { window, assignee: null, note: null, by: null })
    }
    await company.inside(() => plan('09:30/11:00'))
    assert.include(await keys(company), key)
    const order = await company.inside(() => plan('07:00/08:30'))
    assert.notInclude(await keys(company), key)
    await company.inside(async () => (await Order.findOrFail(order.id)).cancel('Made by mistake'))
    assert.include(await keys(company), key)
    await company.inside(() => plan('10:00/12:00'))
    assert.include(await keys(company), key, 'what begins when it ends is no hindrance')
  })

  test('of another company are no hindrance', async ({ assert }) => {
    const [mine, theirs] = [await companyWith(), await companyWith()]
    const key = await theirs.inside(() => keyIn(3))
    await theirs.inside(async () => (await receiveLead()).holdWindow(key))
    assert.include(await keys(mine), key)
    assert.notInclude(await keys(theirs), key)
  })
})

test.group('A window that is held', () => {
  test('is free for others again when the time is over, or the request is', async ({ assert }) => {
    const company = await companyWith({ holdHours: 4 })
    const key = await company.inside(() => keyIn(3))
    const lead = await company.inside(async () => {
      const one = await receiveLead()
      await one.holdWindow(key)
      return one
    })
    assert.notInclude(await keys(company), key)
    await company.inside(async () => {
      await assert.rejects(async () => (await receiveLead()).holdWindow(key), WindowGoneError)
    })
    const inFiveHours = DateTime.utc().plus({ hours: 5 })
    await clock.during(inFiveHours, async () => {
      assert.include(await keys(company), key)
      await company.inside(async () => (await receiveLead()).holdWindow(key))
      await company.inside(async () => assert.isNull(await BookingPlace.ofLead(lead)))
    })
    const other = await company.inside(async () => {
      const one = await receiveLead()
      await one.holdWindow(await keyIn(4))
      await one.cancel()
      return keyIn(4)
    })
    assert.include(await keys(company), other)
  })

  test('is never held past its beginning', async ({ assert }) => {
    const company = await companyWith({ holdHours: 168 })
    await company.inside(async () => {
      const lead = await receiveLead()
      await lead.holdWindow(await keyIn(2))
      const place = await BookingPlace.ofLead(lead)
      assert.equal(+place!.heldUntil!, +place!.startsAt)
      const held = (await eventsOf(lead)).at(-1)!
      assert.equal(held.name, 'lead.window_held')
      assert.deepInclude(held.data, { number: lead.number, heldUntil: place!.heldUntil!.toUTC().toISO() })
    })
  })

  test('becomes the visit’s when the office converts the request to it, and is free when to another', async ({
    assert,
  }) => {
    const company = await companyWith()
    const [key, other] = await company.inside(async () => [await keyIn(3), await keyIn(4)])
    const ask = (wanted: string) =>
      company.inside(async () => {
        const lead = await receiveLead()
        await lead.holdWindow(wanted)
        return lead
      })
    const [as, otherwise] = [await ask(key), await ask(other)]
    await company.inside(async () => {
      const plan = { window: await windowIn(3), assignee: null, note: null, by: null }
      await Order.fromLead(await Lead.findOrFail(as.id), plan)
      assert.isTrue((await BookingPlace.ofLead(as))!.isTaken)
      const elsewhere = { ...plan, window: await windowIn(5) }
      await Order.fromLead(await Lead.findOrFail(otherwise.id), elsewhere)
      assert.isNull(await BookingPlace.ofLead(otherwise))
    })
    const seen = await keys(company)
    assert.notInclude(seen, key)
    assert.include(seen, other)
  })
})

test.group('The last place', () => {
  test('is taken by one of two who choose it at once', async ({ assert }) => {
    const company = await companyWith()
    const key = await company.inside(() => keyIn(3))
    const take = () => company.inside(async () => (await receiveLead()).holdWindow(key))
    const results = await Promise.allSettled([take(), take(), take()])
    const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    assert.lengthOf(refused, 2)
    for (const { reason } of refused) assert.instanceOf(reason, WindowGoneError)
    await company.inside(async () => assert.lengthOf(await BookingPlace.all(), 1))
    await company.inside(async () => assert.lengthOf(await Lead.all(), 1))
  })

  test('cannot be there twice, whatever the application believes', async ({ assert }) => {
    const company = await companyWith()
    await company.inside(async () => (await receiveLead()).holdWindow(await keyIn(3)))
    await assert.rejects(
      () =>
        company.inside(async () => {
          const { startsAt, endsAt, heldUntil, place } = await BookingPlace.firstOrFail()
          const { id: leadId } = await receiveLead()
          await BookingPlace.create({ startsAt, endsAt, heldUntil, place, leadId })
        }),
      /booking_places/
    )
  })

  test('of several is taken by as many as there are', async ({ assert }) => {
    const company = await companyWith({ week: week('08:00', '10:00', 3) })
    const key = await company.inside(() => keyIn(3))
    const take = () => company.inside(async () => (await receiveLead()).holdWindow(key))
    const results = await Promise.allSettled(Array.from({ length: 5 }, take))
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      3
    )
    await company.inside(async () => {
      const places = (await BookingPlace.all()).map(({ place }) => place)
      assert.sameMembers(places, [1, 2, 3])
    })
  })

  test('is not sold where nobody comes: outside the hours, in the past, too far away, or made up', async ({
    assert,
  }) => {
    const company = await companyWith()
    const wrong = await company.inside(async () => [
      await keyIn(3, '03:00/04:00'),
      await keyIn(3, '08:00/12:00'),
      await keyIn(-1),
      await keyIn(0),
      await keyIn(40),
      '2027-02-30T08:00/10:00',
      '',
      `' or 1=1`,
      '0000-00-00T00:00/00:00',
    ])
    for (const key of wrong) {
      await company.inside(async () => {
        await assert.rejects(async () => (await receiveLead()).holdWindow(key), WindowGoneError)
      })
    }
    await company.inside(async () => assert.isEmpty(await BookingPlace.all()))
  })
})

test.group('A visit with a place', () => {
  test('gives it back when the office moves or finishes it, and keeps it when somebody else goes', async ({
    assert,
  }) => {
    const company = await companyWith()
    const key = await company.inside(() => keyIn(3))
    const visit = await company.inside(async () => {
      const lead = await receiveLead()
      await lead.holdWindow(key)
      const plan = { window: await windowIn(3), assignee: null, note: null, by: null }
      const order = await Order.fromLead(lead, plan)
      return order.related('visits').query().firstOrFail()
    })
    const change = (work: (one: Visit) => Promise<unknown>) =>
      company.inside(async () => work(await Visit.findOrFail(visit.id)))
    await change(async (one) =>
      one.reschedule({ window: await windowIn(3), assignee: company.admin.user, note: null })
    )
    await company.inside(async () => assert.lengthOf(await BookingPlace.all(), 1))
    await change(async (one) => one.reschedule({ window: await windowIn(4), assignee: null, note: null }))
    await company.inside(async () => assert.isEmpty(await BookingPlace.all()))
    const seen = await keys(company)
    assert.include(seen, key)
    assert.notInclude(seen, await company.inside(() => keyIn(4)))
  })
})
