import { hashOf } from '#app/platform/secret'
import { countAttempt, forgetAttempts, type Limit } from '#app/sign_in/attempt_limits'
import Identity from '#app/identity/identity'

const PER_PERSON: Limit = { name: 'sign-in:person', requests: 10, duration: '15 minutes' }
const PER_ADDRESS: Limit = { name: 'sign-in:address', requests: 60, duration: '15 minutes' }

/** Somebody at the door with an e-mail address and a password. */
export default class SignInAttempt {
  constructor(
    private email: string,
    private ip: string
  ) {}

  async prove(password: string) {
    const person = hashOf(this.email.trim().toLowerCase())
    await countAttempt(PER_ADDRESS, this.ip)
    await countAttempt(PER_PERSON, person)
    const identity = await Identity.withCredentials(this.email, password)
    await forgetAttempts(PER_PERSON, person)
    return identity
  }
}
