import { DateTime, IANAZone } from 'luxon'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The moment at which the clocks of a zone show this. Where they show it twice, the first time; where they jump over it,
 * as much later as they jump: what is set for 02:30 happens at 03:30 on the day that has no 02:30.
 */
export function momentOf(wall: { date: string; time: string }, zone: string): DateTime {
  const shown = Date.parse(`${wall.date}T${wall.time}Z`)
  const offsetAt = (moment: number) => IANAZone.create(zone).offset(moment) * MINUTE
  // No zone is further from UTC than 14 hours, so that one day lies beyond the change of clocks on either side.
  const [before, after] = [offsetAt(shown - DAY), offsetAt(shown + DAY)]
  const moments = [before, after]
    .filter((offset) => offsetAt(shown - offset) === offset)
    .map((offset) => shown - offset)
  return DateTime.fromMillis(moments.length > 0 ? Math.min(...moments) : shown - before, { zone: 'utc' })
}
