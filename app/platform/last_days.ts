import { DateTime } from 'luxon'

/** The first of so many days in a time zone, today being the last. */
export const firstOfLast = (days: number, timeZone: string) =>
  DateTime.utc()
    .setZone(timeZone)
    .startOf('day')
    .minus({ days: days - 1 })
