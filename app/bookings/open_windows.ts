import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { momentOf } from '#app/platform/timers/wall_time'
import type BookingCalendar from '#app/bookings/booking_calendar'

/** One window of one day, as the company's calendar has it. */
export type CalendarWindow = {
  /** The day and the hours by the company's clock: `2027-03-09T08:00/10:00`. */
  key: string
  day: string
  startsAt: DateTime
  endsAt: DateTime
  capacity: number
}
/** A window as the office plans: how many come then already, also where that is more than it has places. */
export type FilledWindow = Pick<CalendarWindow, 'key' | 'day' | 'startsAt' | 'endsAt' | 'capacity'> & {
  from: string
  to: string
  taken: number
}
/** Whose own place or visit is no hindrance to them. */
export type Mover = { leadId?: string | null; visitId?: string | null }

type Span = { starts_at: Date; ends_at: Date }

/** The windows that customers can choose from now: open, far enough ahead, with a place left. */
export default class OpenWindows {
  constructor(
    private calendar: BookingCalendar,
    private timeZone: string,
    private mover: Mover = {}
  ) {}

  async all(): Promise<CalendarWindow[]> {
    const windows = this.days().flatMap((day) => this.windowsOn(day))
    return this.withPlace(windows)
  }

  /** The window with this key, if there is one that can be chosen. */
  async find(key: string): Promise<CalendarWindow | null> {
    const day = this.days().find((one) => key.startsWith(one.toISODate()!))
    const windows = day ? this.windowsOn(day) : []
    const [found] = await this.withPlace(windows.filter((window) => window.key === key))
    return found ?? null
  }

  /** Those of the coming days that are not over, full ones too: the office may do without notice, and overbook. */
  async filled(days: number): Promise<FilledWindow[]> {
    const windows = this.days(days).flatMap((day) => this.plannedOn(day))
    const coming = windows.filter(({ endsAt }) => endsAt > DateTime.utc())
    const taken = coming.length > 0 ? await this.taken(coming) : []
    return coming.map((window) => ({ ...window, taken: during(window, taken).length }))
  }

  private days(ahead = this.calendar.horizonDays) {
    const today = DateTime.now().setZone(this.timeZone).startOf('day')
    return Array.from({ length: ahead + 1 }, (_, days) => today.plus({ days }))
  }

  private windowsOn(date: DateTime): CalendarWindow[] {
    const earliest = DateTime.utc().plus({ hours: this.calendar.noticeHours })
    return this.plannedOn(date).filter(({ startsAt }) => startsAt >= earliest)
  }

  private plannedOn(date: DateTime) {
    const { week, closedDays } = this.calendar
    const day = date.toISODate()!
    const windows = closedDays.includes(day) ? [] : week[date.weekday - 1]
    return windows
      .map(({ from, to, capacity }) => ({
        key: `${day}T${from}/${to}`,
        day,
        from,
        to,
        startsAt: momentOf({ date: day, time: from }, this.timeZone),
        endsAt: momentOf({ date: day, time: to }, this.timeZone),
        capacity,
      }))
      .filter(({ startsAt, endsAt }) => startsAt < endsAt)
  }

  private async withPlace(windows: CalendarWindow[]) {
    const taken = windows.length > 0 ? await this.taken(windows) : []
    return windows.filter((window) => during(window, taken).length < window.capacity)
  }

  // Every visit that is planned takes a place, also one that the office planned at hours of its own.
  private async taken(windows: CalendarWindow[]): Promise<Span[]> {
    const from = DateTime.min(...windows.map(({ startsAt }) => startsAt))!
    const until = DateTime.max(...windows.map(({ endsAt }) => endsAt))!
    const { rows } = await db.rawQuery<{ rows: Span[] }>(
      `select starts_at, ends_at from booking_places
        where tenant_id = :tenant and starts_at >= :longBefore and starts_at < :until and ends_at > :from
          and (held_until is null or held_until > :now)
          and (visit_id is null or visit_id is distinct from :visit::uuid)
          and not (visit_id is null and lead_id is not distinct from :lead::uuid)
      union all
      select starts_at, ends_at from visits
        where tenant_id = :tenant and starts_at >= :longBefore and starts_at < :until and ends_at > :from
          and status = 'planned' and id is distinct from :visit::uuid
          and not exists (select 1 from booking_places as own
            where own.tenant_id = visits.tenant_id and own.visit_id = visits.id)`,
      {
        tenant: Current.tenantId,
        // Nothing lasts longer than a day: without a lower bound the index would be read from its beginning.
        longBefore: from.minus({ days: 2 }).toJSDate(),
        from: from.toJSDate(),
        until: until.toJSDate(),
        now: DateTime.utc().toJSDate(),
        visit: this.mover.visitId ?? null,
        lead: this.mover.leadId ?? null,
      }
    )
    return rows
  }
}

const during = ({ startsAt, endsAt }: CalendarWindow, spans: Span[]) =>
  spans.filter((one) => +one.starts_at < +endsAt && +one.ends_at > +startsAt)
