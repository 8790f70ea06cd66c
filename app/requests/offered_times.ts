import { DateTime } from 'luxon'
import BookingCalendar from '#app/bookings/booking_calendar'
import OpenWindows, { type CalendarWindow, type Mover } from '#app/bookings/open_windows'
import { dayInWords } from '#app/lead_flows/arrival_window'
import type { Place } from '#app/lead_flows/place'

/** The choice of who finds no time among those that are offered. */
export const NO_TIME = 'none'

const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** The company's free windows as somebody may choose one, day by day. */
export class OfferedTimes {
  private constructor(private windows: CalendarWindow[]) {}

  static async in(timeZone: string, mover: Mover = {}) {
    return new OfferedTimes(await new OpenWindows(await BookingCalendar.current(), timeZone, mover).all())
  }

  get areThereAny() {
    return this.windows.length > 0
  }

  byDay(place: Place, chosen = '') {
    const days = Map.groupBy(this.windows, ({ day }) => day)
    return [...days].map(([day, windows]) => ({
      label: dayInWords(day, place.locale),
      short: DateTime.fromISO(day).setLocale(place.locale).toLocaleString(SHORT_DAY),
      windows: windows.map(({ key, startsAt, endsAt }) => ({
        key,
        label: [startsAt, endsAt].map((at) => clockIn(at, place)).join(' – '),
        isChosen: key === chosen,
      })),
    }))
  }
}

const clockIn = (at: DateTime, { timeZone, locale }: Place) =>
  at.setZone(timeZone).setLocale(locale).toLocaleString(DateTime.TIME_SIMPLE)
