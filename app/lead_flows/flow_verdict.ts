export type Tried = { people: number; requests: number }
export type Verdict =
  | { kind: 'too_little'; more: number }
  | { kind: 'no_difference' }
  | { kind: 'better'; isFirst: boolean; points: number; least: number; most: number }

/** One in twenty comparisons of equals would be called different. */
const SURE = 1.96
/** A difference that is worth finding: a fifth more or fewer requests. */
const WORTH = 0.2
const LEAST_PEOPLE = 30
const LEAST_OF_EACH = 5
/** For eight in ten true differences to be found. */
const FOR_POWER = 16

export const rateOf = ({ people, requests }: Tried) => (people ? Math.min(1, requests / people) : 0)

/** Which of two flows turns more people into requests, as far as what was counted can tell. */
export function verdictOn(first: Tried, second: Tried): Verdict {
  const [one, other] = [rateOf(first), rateOf(second)]
  const gap = one - other
  const error = Math.sqrt(spread(one, first.people) + spread(other, second.people))
  const isTold = [first, second].every(isEnough) && Math.abs(gap) > SURE * error
  const more = peopleNeeded(first, second) - Math.min(first.people, second.people)
  if (isTold) {
    const within = [Math.abs(gap) - SURE * error, Math.abs(gap) + SURE * error]
    const [points, least, most] = [Math.abs(gap), ...within].map((share) => Math.round(share * 1000) / 10)
    return { kind: 'better', isFirst: gap > 0, points, least, most }
  }
  return more > 0 ? { kind: 'too_little', more: roundedUp(more) } : { kind: 'no_difference' }
}

function isEnough(tried: Tried) {
  const requests = Math.min(tried.requests, tried.people)
  return tried.people >= LEAST_PEOPLE && requests >= LEAST_OF_EACH && tried.people - requests >= LEAST_OF_EACH
}

/** On each side, to find a difference that is worth it at the rate seen so far. */
function peopleNeeded(first: Tried, second: Tried) {
  const seen = rateOf({
    people: first.people + second.people,
    requests: first.requests + second.requests,
  })
  const rate = Math.min(0.9, Math.max(0.05, seen))
  return Math.max(LEAST_PEOPLE, Math.ceil((FOR_POWER * (1 - rate)) / (rate * WORTH ** 2)))
}

const spread = (rate: number, people: number) => (people ? (rate * (1 - rate)) / people : 0)
const roundedUp = (count: number) => Math.ceil(count / 10) * 10
