import { DateTime } from 'luxon'
import type { VendorLimit } from '#app/vendor_connections/vendor_pace'

/** How much of what a vendor allows is used, as the vendor says, with what the company's other programs asked. */
export type VendorUsage = VendorLimit & { used: number; resetsAt: string | null }

/** From here on nothing is asked: the rest is for the company's other programs. */
const ALL_WORK = 0.95
/** From here on long work rests, so that what changes meanwhile goes on. */
const LONG_WORK = 0.75
/** The vendor may be asked again after so long, if only to hear whether there is more by now. */
const LOOK_AGAIN = { minutes: 10 }
const LONGEST = { days: 1 }

/** Of what an answer said, the limit of which most is used; `null` where it said nothing that makes sense. */
export function tightestOf(told: readonly VendorUsage[]): VendorUsage | null {
  const [tightest] = told.filter(makesSense).sort((one, other) => shareOf(other) - shareOf(one))
  return tightest ?? null
}

/** Until when nothing is asked; `null` where there is enough left. */
export const closedBy = (usage: VendorUsage, at: DateTime) => (isSpent(usage) ? untilMoreOf(usage, at) : null)

/** Until when long work rests; `null` where there is enough left for all, or where that was too long ago to be believed. */
export function restFor(usage: VendorUsage, at: DateTime, now: DateTime) {
  const until = shareOf(usage) >= LONG_WORK ? untilMoreOf(usage, at) : null
  return until && until > now ? until : null
}

export const isSpent = (usage: VendorUsage) => shareOf(usage) >= ALL_WORK

function untilMoreOf({ resetsAt }: VendorUsage, at: DateTime) {
  const said = resetsAt ? DateTime.fromISO(resetsAt, { zone: 'utc' }) : null
  return said?.isValid && said > at ? DateTime.min(said, at.plus(LONGEST)) : at.plus(LOOK_AGAIN)
}

const shareOf = ({ used, requests }: VendorUsage) => used / requests

const makesSense = ({ used, requests, seconds }: VendorUsage) =>
  [used, requests, seconds].every(Number.isSafeInteger) && used >= 0 && requests > 0 && seconds > 0
