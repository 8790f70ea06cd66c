import { isDeepStrictEqual } from 'node:util'
import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { BookingCalendarSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import Tenant from '#app/tenancy/tenant'
import { BookingsRuled } from '#app/bookings/booking_events'

/** Hours of the clock on one weekday in which so many visits may begin. */
export type DayWindow = { from: string; to: string; capacity: number }

export type BookingRules = {
  /** Monday first; a day without windows is closed. */
  week: DayWindow[][]
  /** Days on which nobody comes, as `2027-12-25`. */
  closedDays: string[]
  /** How long before its beginning a window is offered at the latest, and how many days ahead. */
  noticeHours: number
  horizonDays: number
  /** How long a request keeps its window while nobody has answered. */
  holdHours: number
  /** Until how long before it begins customers may move or cancel a visit; null for never. */
  changeHours: number | null
}

const AT_FIRST: BookingRules = {
  week: Array.from({ length: 7 }, () => []),
  closedDays: [],
  noticeHours: 12,
  horizonDays: 14,
  holdHours: 24,
  changeHours: null,
}

/** When a company comes to its customers, and how many visits it can make at once. */
export default class BookingCalendar extends BookingCalendarSchema {
  @column({ prepare: (value: DayWindow[][]) => JSON.stringify(value) })
  declare week: DayWindow[][]

  @column({ prepare: (value: string[]) => JSON.stringify(value) })
  declare closedDays: string[]

  /** That of the company; one that is closed every day until somebody says otherwise. */
  static async current(): Promise<BookingCalendar> {
    return (await this.query().first()) ?? new BookingCalendar().fill(AT_FIRST)
  }

  /** Saying the same again is calm. */
  static async state(rules: BookingRules) {
    const tenant = await Tenant.current()
    await lockRow(tenant)
    const calendar = await this.current()
    const before = calendar.rules
    const changed = (Object.keys(rules) as (keyof BookingRules)[]).filter(
      (key) => !isDeepStrictEqual(rules[key], before[key])
    )
    if (changed.length === 0) return
    await calendar.merge(rules).save()
    await BookingsRuled.record(tenant, { changed })
  }

  get rules(): BookingRules {
    const { week, closedDays, noticeHours, horizonDays, holdHours, changeHours } = this
    return { week, closedDays, noticeHours, horizonDays, holdHours, changeHours }
  }

  /** Whether customers may still move a visit, or cancel it. */
  letsChange({ startsAt }: { startsAt: DateTime }) {
    const { changeHours } = this
    return changeHours !== null && startsAt >= DateTime.utc().plus({ hours: changeHours })
  }

  get isOpenAtAll() {
    return this.week.some((windows) => windows.length > 0)
  }
}
