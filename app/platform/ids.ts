import { v7 } from 'uuid'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'

let made = 0

/** A UUIDv7 whose time part follows the process clock, so that seeded history sorts like real history. */
export function newId(): string {
  return clock.isReal ? v7() : v7({ msecs: DateTime.utc().toMillis(), seq: made++ })
}

/** The lowest id of a moment: ids begin with their time in milliseconds. */
export function firstIdOf(moment: DateTime) {
  const time = moment.toMillis().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
