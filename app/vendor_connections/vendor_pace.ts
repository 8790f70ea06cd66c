/** What a vendor allows in any so many seconds. */
export type VendorLimit = { requests: number; seconds: number }
/** By the seconds of a limit: when it would be unused, in milliseconds. */
export type Paces = Record<string, number>

/** So much of a limit may leave at once; the rest leaves evenly, so that no window of the vendor's holds more than it allows. */
const BURST = 0.05

/** Whether one more request fits into all limits at `now`: how long to wait, and the paces with it. */
export function oneMore(paces: Paces, limits: readonly VendorLimit[], now: number) {
  const next = limits.map((limit) => spend(paces[limit.seconds] ?? 0, limit, now))
  const wait = Math.max(0, ...next.map((one) => one.wait))
  return {
    wait,
    paces: Object.fromEntries(next.map(({ freeAt }, at) => [limits[at].seconds, freeAt])),
  }
}

// The generic cell rate algorithm: one number for each limit, and nothing to count or to forget.
function spend(freeAt: number, { requests, seconds }: VendorLimit, now: number) {
  const atOnce = Math.max(1, Math.floor(requests * BURST))
  const each = (seconds * 1000) / Math.max(1, requests - atOnce)
  const from = Math.max(freeAt, now)
  return { wait: Math.ceil(Math.max(0, from - now - each * (atOnce - 1))), freeAt: from + each }
}
