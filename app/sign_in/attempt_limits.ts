import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import { TooManyAttemptsError } from '#app/identity/errors'

export type Limit = { name: string; requests: number; duration: string }

/** Counts before anybody looks at the secret, so that guesses sent at the same time cannot slip past the limit. */
export async function countAttempt({ name, requests, duration }: Limit, key: string) {
  try {
    await limiter.use({ requests, duration }).consume(`${name}:${key}`)
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS)
      throw new TooManyAttemptsError(error.response.availableIn)
    throw error
  }
}

/** The same count, for a limit that is kept in silence. */
export async function isWithin(limit: Limit, key: string) {
  return countAttempt(limit, key).then(
    () => true,
    (error) => {
      if (error instanceof TooManyAttemptsError) return false
      throw error
    }
  )
}

export async function forgetAttempts({ name, requests, duration }: Limit, key: string) {
  await limiter.use({ requests, duration }).delete(`${name}:${key}`)
}
