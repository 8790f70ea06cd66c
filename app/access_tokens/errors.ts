import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class AccessTokenRefusedError extends Exception {
  static code = 'E_ACCESS_TOKEN_REFUSED'
  static status = 401
  static message =
    'The access token is missing, has ended or was revoked. Sign in again, or make a new token.'
}

export class RefreshTokenRefusedError extends Exception {
  static code = 'E_REFRESH_TOKEN_REFUSED'
  static status = 401
  static message = 'The refresh token is not valid any more. Sign in again.'
}

export class RefreshTokenReusedError extends Exception {
  static code = 'E_REFRESH_TOKEN_REUSED'
  static status = 401
  static message =
    'This refresh token was used before, so somebody else may hold a copy. Everything that came from this sign-in is revoked. Sign in again.'
}

export class ScopeMissingError extends Exception {
  static code = 'E_SCOPE_MISSING'
  static status = 403
  static message = 'The token was not made for this. Use one with the scope that is needed.'

  readonly headers

  constructor(scope: string) {
    super(`The token lacks the scope ${scope}. Use a token that has it.`)
    this.headers = { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` }
  }
}

export class CompanyUnclearError extends FieldError {
  static code = 'E_COMPANY_UNCLEAR'
  static status = 422
  static message = 'This person works for more than one company. Send the one that is meant as company.'
  field = 'company'

  constructor(slugs: string[]) {
    super(`This person works for more than one company. Send one of these as company: ${slugs.join(', ')}.`)
  }
}

export class NoCompanyError extends FieldError {
  static code = 'E_NO_COMPANY'
  static status = 403
  static message = 'This person does not work for a company of that name. Check company, or leave it out.'
  field = 'company'
}
