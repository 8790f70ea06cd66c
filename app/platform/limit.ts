import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/limiter'

export type Limit = { name: string; requests: number; duration: string }

/** Counts one more. How many seconds to wait when that is too many, never less than one; 0 while it is not. */
export async function waitAt({ name, requests, duration }: Limit, key: string) {
  try {
    await limiter.use({ requests, duration }).consume(`${name}:${key}`)
    return 0
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS) return Math.max(1, error.response.availableIn)
    throw error
  }
}

export async function forgetCount({ name, requests, duration }: Limit, key: string) {
  await limiter.use({ requests, duration }).delete(`${name}:${key}`)
}
