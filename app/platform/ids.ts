import { v7 } from 'uuid'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'

let made = 0

/** A UUIDv7 whose time part follows the process clock, so that seeded history sorts like real history. */
export function newId(): string {
  return clock.isReal ? v7() : v7({ msecs: DateTime.utc().toMillis(), seq: made++ })
}
