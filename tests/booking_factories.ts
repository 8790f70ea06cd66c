import { DateTime } from 'luxon'
import BookingCalendar, { type BookingRules } from '#app/bookings/booking_calendar'
import Order from '#app/orders/order'
import Tenant from '#app/tenancy/tenant'
import { receiveLead } from '#tests/lead_factories'

/** Every day two windows with one place each, and customers who may change until the last moment. */
export const RULES: BookingRules = {
  week: Array.from({ length: 7 }, () => [
    { from: '08:00', to: '10:00', capacity: 1 },
    { from: '10:00', to: '12:00', capacity: 1 },
  ]),
  closedDays: [],
  noticeHours: 24,
  horizonDays: 14,
  holdHours: 24,
  changeHours: 0,
}

/** The key of a window so many days from now, by the clock of the company. */
export async function keyIn(days: number, hours = '08:00/10:00') {
  const { timeZone } = await Tenant.current()
  return `${DateTime.now().setZone(timeZone).plus({ days }).toISODate()}T${hours}`
}

export async function windowIn(days: number, hours = '08:00/10:00') {
  const { timeZone } = await Tenant.current()
  const [day, times] = (await keyIn(days, hours)).split('T')
  const [startsAt, endsAt] = times
    .split('/')
    .map((time) => DateTime.fromISO(`${day}T${time}`, { zone: timeZone }).toUTC())
  return { startsAt, endsAt }
}

/** In the current unit: a visit that its customer may change, and a window to which it could move. */
export async function bookableVisit({ capacity = 1 } = {}) {
  const week = RULES.week.map((windows) => windows.map((window) => ({ ...window, capacity })))
  await BookingCalendar.state({ ...RULES, week })
  const window = await windowIn(5)
  const order = await Order.fromLead(await receiveLead(), { window, assignee: null, note: null, by: null })
  const visit = await order.related('visits').query().firstOrFail()
  return { visit, order, key: await keyIn(6) }
}
