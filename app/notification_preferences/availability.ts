import type { DateTime } from 'luxon'

/** A part of a day in which somebody may be disturbed: "08:00" to "18:00"; one that ends earlier than it begins ends the next day. */
export type Hours = { from: string; to: string }
/** Monday to Sunday; null: not at all that day. */
export type Week = (Hours | null)[]

const DAYS_LOOKED_AT = 8

/** When a person may be disturbed, by their own clock. */
export class Availability {
  constructor(
    private week: Week,
    private zone: string
  ) {}

  /** Until when this moment is quiet; null when it is not. Nobody who is never available is quiet for longer than a week. */
  quietUntil(moment: DateTime): DateTime | null {
    const now = moment.setZone(this.zone)
    const windows = this.#windowsAround(now)
    if (windows.some(({ start, end }) => start <= now && now < end)) return null
    const next = windows.find(({ start }) => start > now)?.start ?? now.plus({ weeks: 1 })
    return next.toUTC()
  }

  // From yesterday on, since a night's hours reach into today.
  #windowsAround(now: DateTime) {
    const days = Array.from({ length: DAYS_LOOKED_AT + 1 }, (_, at) =>
      now.startOf('day').plus({ days: at - 1 })
    )
    return days.flatMap((day) => {
      const hours = this.week[day.weekday - 1]
      return hours ? [windowOn(day, hours)] : []
    })
  }
}

function windowOn(day: DateTime, { from, to }: Hours) {
  const isOvernight = to <= from
  return { start: on(day, from), end: on(isOvernight ? day.plus({ days: 1 }) : day, to) }
}

// A time that the clocks leave out comes as late as the gap is wide; one that comes twice means the first.
function on(day: DateTime, time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour, minute, second: 0, millisecond: 0 })
}
