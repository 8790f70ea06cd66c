import type { HttpContext } from '@adonisjs/core/http'
import { deviceKey } from '#app/sign_in/device_key'
import type { Limit } from '#app/platform/limit'
import { countAttempt } from '#app/sign_in/attempt_limits'
import { recordInCompanies, UserSignInFailed } from '#app/sign_in/sign_in_events'
import { UserRecoveryCodeUsed } from '#app/two_factor/two_factor_events'
import { CodeRequiredError, WrongCodeError, WrongRecoveryCodeError } from '#app/two_factor/errors'
import { hashOf } from '#app/platform/secret'
import Device from '#app/sign_in/device'
import RecoveryCode from '#app/two_factor/recovery_code'
import TwoFactor from '#app/two_factor/two_factor'
import type Identity from '#app/identity/identity'

const LIMIT: Limit = { name: 'second-factor', requests: 10, duration: '15 minutes' }

/** A person shows the code of their app, or one of their recovery codes. */
export default class SecondFactor {
  constructor(
    private identity: Identity,
    private ctx: HttpContext
  ) {}

  async prove(typed: string) {
    await countAttempt(LIMIT, await this.#counter())
    const code = typed.replace(/\s/g, '')
    const isOfApp = /^\d{6}$/.test(code)
    const isRight = isOfApp
      ? await (await TwoFactor.of(this.identity)).accept(this.identity, code)
      : await this.#useRecoveryCode(code)
    if (isRight) return
    await recordInCompanies(this.identity, UserSignInFailed, { reason: 'second_factor' })
    throw isOfApp ? new WrongCodeError() : new WrongRecoveryCodeError()
  }

  /** For a program that signs in with a password: a code comes along where the person has a second factor. */
  async proveWhereOn(code: string | undefined) {
    if (!this.identity.twoFactorAt) return
    if (!code) throw new CodeRequiredError()
    await this.prove(code)
  }

  async #useRecoveryCode(code: string) {
    const isRight = await RecoveryCode.consume(this.identity, code)
    if (isRight) await recordInCompanies(this.identity, UserRecoveryCodeUsed, {})
    return isRight
  }

  // Signing in anew does not reset it; and a stranger who has the password cannot use up the owner's own tries.
  async #counter() {
    const key = this.ctx.request.url().startsWith('/api/') ? null : deviceKey(this.ctx)
    const isKnown = key !== null && (await Device.isKnown(this.identity.email, key))
    return isKnown ? `${this.identity.id}:${hashOf(key)}` : this.identity.id
  }
}
