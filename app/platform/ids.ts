import { v7 } from 'uuid'
import { DateTime, Settings } from 'luxon'

const realClock = Settings.now
let latest = { msecs: 0, seq: 0 }

/** A UUIDv7 whose time part follows the process clock, so that seeded history sorts like real history. */
export function newId(): string {
  return Settings.now === realClock ? v7() : v7(nextOn(DateTime.utc().toMillis()))
}

// A clock that stands still still makes one id after the other.
function nextOn(msecs: number) {
  latest = { msecs, seq: msecs === latest.msecs ? latest.seq + 1 : 0 }
  return latest
}
