import { DateTime } from 'luxon'
import { firstIdOf } from '#app/platform/ids'

/** A span of days by a company's clock. Ids begin with their time, so that lists and figures cut it by the key. */
export default class LeadDays {
  /** The days themselves, the earliest first. */
  readonly days: string[]
  /** The lowest id of each day and, at the end, of the day after: a day may have 23 or 25 hours. */
  readonly bounds: string[]

  constructor(first: DateTime, last: DateTime) {
    const count = Math.round(last.diff(first, 'days').days) + 2
    const midnights = Array.from({ length: count }, (_, n) => first.plus({ days: n }).startOf('day'))
    this.days = midnights.slice(0, -1).map((midnight) => midnight.toISODate()!)
    this.bounds = midnights.map(firstIdOf)
  }

  static between(from: string, until: string, zone: string) {
    return new LeadDays(DateTime.fromISO(from, { zone }), DateTime.fromISO(until, { zone }))
  }
}
