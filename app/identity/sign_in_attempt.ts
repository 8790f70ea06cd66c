import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { hashOf } from '#app/identity/secret'
import { TooManyAttemptsError } from '#app/identity/errors'
import Identity from '#app/identity/identity'

const PER_PERSON = { requests: 10, duration: '15 minutes' }
const PER_ADDRESS = { requests: 60, duration: '15 minutes' }

/** Somebody at the door with an e-mail address and a password. */
export default class SignInAttempt {
  constructor(
    private email: string,
    private ip: string
  ) {}

  /** Counts before it looks at the password, so that guesses sent at the same time cannot slip past the limit. */
  async prove(password: string) {
    const person = `sign-in:person:${hashOf(this.email.trim().toLowerCase())}`
    await count(PER_ADDRESS, `sign-in:address:${this.ip}`)
    await count(PER_PERSON, person)
    const identity = await Identity.withCredentials(this.email, password)
    await limiter.use(PER_PERSON).delete(person)
    return identity
  }
}

/** Begins the session, marked with its owner so that it can be ended from elsewhere. */
export async function signIn({ auth, session }: HttpContext, identity: Identity) {
  await auth.use('web').login(identity)
  await session.tag(identity.id)
}

async function count(limit: typeof PER_PERSON, key: string) {
  try {
    await limiter.use(limit).consume(key)
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS)
      throw new TooManyAttemptsError(error.response.availableIn)
    throw error
  }
}
