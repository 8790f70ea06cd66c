import { DateTime } from 'luxon'
import { firstIdOf } from '#app/platform/ids'

/** A span of days by a company's clock. Ids begin with their time, so that lists and figures cut it by the key. */
export default class LeadDays {
  constructor(
    private first: DateTime,
    private last: DateTime
  ) {}

  static between(from: string, until: string, zone: string) {
    return new LeadDays(DateTime.fromISO(from, { zone }), DateTime.fromISO(until, { zone }))
  }

  /** The days themselves, the earliest first. */
  get days() {
    return this.midnights.slice(0, -1).map((midnight) => midnight.toISODate()!)
  }

  /** The lowest id of each day and, at the end, of the day after: a day may have 23 or 25 hours. */
  get bounds() {
    return this.midnights.map(firstIdOf)
  }

  private get midnights() {
    const count = Math.round(this.last.diff(this.first, 'days').days) + 2
    return Array.from({ length: count }, (_, n) => this.first.plus({ days: n }).startOf('day'))
  }
}
