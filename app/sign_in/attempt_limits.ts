import { waitAt, type Limit } from '#app/platform/limit'
import { TooManyAttemptsError } from '#app/identity/errors'

/** Counts before anybody looks at the secret, so that guesses sent at the same time cannot slip past the limit. */
export async function countAttempt(limit: Limit, key: string) {
  const wait = await waitAt(limit, key)
  if (wait) throw new TooManyAttemptsError(wait)
}

/** The same count, for a limit that is kept in silence. */
export const isWithin = async (limit: Limit, key: string) => (await waitAt(limit, key)) === 0
