import { forgetCount, type Limit } from '#app/platform/limit'
import { countAttempt } from '#app/sign_in/attempt_limits'
import { WrongPasswordError } from '#app/sign_in/errors'
import type Identity from '#app/identity/identity'

const LIMIT: Limit = { name: 'confirmation', requests: 10, duration: '15 minutes' }

/** A signed-in person shows a credential again. */
export default class Confirmation {
  constructor(private identity: Identity) {}

  async prove(password: string) {
    await countAttempt(LIMIT, this.identity.id)
    if (!this.identity.password || !(await this.identity.verifyPassword(password)))
      throw new WrongPasswordError()
    await forgetCount(LIMIT, this.identity.id)
  }
}
