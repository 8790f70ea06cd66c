import { v7 } from 'uuid'
import { DateTime, Settings } from 'luxon'

const realClock = Settings.now

/** A UUIDv7 whose time part follows the process clock, so that seeded history sorts like real history. */
export function newId(): string {
  return Settings.now === realClock ? v7() : v7({ msecs: DateTime.utc().toMillis() })
}
