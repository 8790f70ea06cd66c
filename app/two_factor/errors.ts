import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { FieldError } from '#app/platform/errors'

export class WrongCodeError extends FieldError {
  static code = 'E_WRONG_CODE'
  static status = 422
  static message = 'This code is not right, or it was used already. Wait for the next one and try again.'
  field = 'code'
}

export class WrongRecoveryCodeError extends WrongCodeError {
  static message =
    'This recovery code is not right, or it was used already. Each works once: take another one of yours.'
}

/** For a program: it has to send the code along. */
export class CodeRequiredError extends FieldError {
  static code = 'E_CODE_REQUIRED'
  static status = 401
  static message =
    'This login has two-factor sign-in. Send the current code of the authenticator app as “code”.'
  field = 'code'
}

export class PendingSignInOverError extends Exception {
  static code = 'E_PENDING_SIGN_IN_OVER'
  static status = 401
  static message = 'This took too long. Sign in again.'

  handle(_: unknown, { response, session }: HttpContext) {
    session.flash('error', this.message)
    response.redirect().toRoute('sign_in.sessions.create')
  }
}

/** The company lets nobody in without a second factor. */
export class TwoFactorRequiredError extends Exception {
  static code = 'E_TWO_FACTOR_REQUIRED'
  static status = 403
  static message =
    'This company asks its people for two-factor sign-in. Sign in with a browser, set it up in your account, then come back.'

  handle(_: unknown, { request, response, session }: HttpContext) {
    if (request.method() === 'GET') session.put('afterSetUp', request.url(true))
    response.redirect().toRoute('two_factor.set_ups.create')
  }
}
