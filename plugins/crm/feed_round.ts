/** Searches come after writes, commits after their stamps, and clocks differ: each round begins so long before the last. */
const OVERLAP = 5 * 60 * 1000

/**
 * One walk through what has changed since `from`, in the order of the time of change and then of the id, as far as `at`
 * and `id`. Nothing is paged by number: what moves to the end meanwhile pushes nobody past us.
 */
export type FeedRound = { began: number; from: number; at: number; id: string; isAtEnded: boolean }

const roundFrom = (from: number): FeedRound => ({
  began: Date.now(),
  from,
  at: from,
  id: '',
  isAtEnded: false,
})

/** The round that a cursor stands in; `null` without one. */
export function roundAt(cursor: string | null): FeedRound | null {
  if (!cursor) return null
  const kept = JSON.parse(cursor) as FeedRound | { next: number }
  return 'next' in kept ? roundFrom(kept.next) : kept
}

export const cursorIn = (round: FeedRound) => JSON.stringify(round)

/** For the round after this one, whenever it comes. */
export const cursorAfter = ({ began } = { began: Date.now() }) => JSON.stringify({ next: began - OVERLAP })
