import type { Dice } from './dice.js'

export type Outcome = 'new' | 'in_progress' | 'converted' | 'lost' | 'cancelled'

type Request = { number: number; days: number; isUrgent: boolean }

const RECENT = {
  days: 3,
  outcomes: ['new', 'converted', 'in_progress', 'new', 'new', 'converted', 'new', 'in_progress'] as Outcome[],
}
const BY_AGE: [days: number, weights: Record<Outcome, number>][] = [
  [14, { new: 0, in_progress: 24, converted: 63, lost: 5, cancelled: 8 }],
  [Infinity, { new: 0, in_progress: 2, converted: 71, lost: 15, cancelled: 12 }],
]

/** How far a request of this age has come by now. */
export function outcomeOf({ number, days, isUrgent }: Request, dice: Dice): Outcome {
  if (days >= RECENT.days) return dice.weighted(BY_AGE.find(([limit]) => days < limit)![1])
  const outcome = RECENT.outcomes[number % RECENT.outcomes.length]
  return outcome === 'new' && isUrgent && days > 0.7 ? 'in_progress' : outcome
}
