import { hashOf } from '#app/platform/secret'
import { networkOf } from '#app/platform/network'
import { TooManyAttemptsError, WrongCredentialsError } from '#app/identity/errors'
import { forgetCount, type Limit } from '#app/platform/limit'
import { countAttempt, isWithin } from '#app/sign_in/attempt_limits'
import { recordInCompanies, UserSignInFailed } from '#app/sign_in/sign_in_events'
import Device from '#app/sign_in/device'
import Identity from '#app/identity/identity'

const ON_KNOWN_DEVICE: Limit = { name: 'sign-in:device', requests: 10, duration: '15 minutes' }
const PER_NETWORK: Limit = { name: 'sign-in:network', requests: 60, duration: '15 minutes' }
/** All strangers together wait longer and longer; the owner is let in on a known device, or by a mailed link. */
const STRANGERS: Limit[] = [
  { name: 'sign-in:person', requests: 10, duration: '15 minutes' },
  { name: 'sign-in:person:4h', requests: 30, duration: '4 hours' },
  { name: 'sign-in:person:day', requests: 60, duration: '24 hours' },
]
const TOLD_OF_LOCK: Limit = { name: 'sign-in:locked', requests: 1, duration: '15 minutes' }

/** Somebody at the door with an e-mail address, a password and perhaps the key of a device that was here before. */
export default class SignInAttempt {
  #email: string
  #person: string

  constructor(
    email: string,
    private ip: string,
    private key: string | null = null
  ) {
    this.#email = email.trim().toLowerCase()
    this.#person = hashOf(this.#email)
  }

  async prove(password: string) {
    const counted = await this.#count()
    const identity = await Identity.withCredentials(this.#email, password).catch((error) => {
      if (error instanceof WrongCredentialsError) this.#note('password')
      throw error
    })
    for (const [limit, key] of counted) await forgetCount(limit, key)
    return identity
  }

  async #count() {
    const isKnown = this.key !== null && (await Device.isKnown(this.#email, this.key))
    const limits: [Limit, string][] = isKnown
      ? [[ON_KNOWN_DEVICE, `${this.#person}:${hashOf(this.key!)}`]]
      : STRANGERS.map((limit) => [limit, this.#person])
    if (!isKnown) await countAttempt(PER_NETWORK, networkOf(this.ip))
    try {
      for (const [limit, key] of limits) await countAttempt(limit, key)
    } catch (error) {
      if (error instanceof TooManyAttemptsError && (await isWithin(TOLD_OF_LOCK, this.#person)))
        this.#note('locked')
      throw error
    }
    return limits
  }

  // Nobody waits for it: the answer must not come later for a person who is known.
  #note(reason: 'password' | 'locked') {
    void Identity.byEmail(this.#email).then(
      (identity) => identity && recordInCompanies(identity, UserSignInFailed, { reason })
    )
  }
}
