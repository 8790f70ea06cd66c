import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { FieldError } from '#app/platform/errors'

/** Sends a person to sign in, and back afterwards. */
export class SignInRequiredError extends Exception {
  static code = 'E_UNAUTHORIZED_ACCESS'
  static status = 401
  static message = 'Sign in first'

  handle(_: unknown, { request, response, session, route }: HttpContext) {
    if (request.method() === 'GET' && route) session.setIntendedUrl(request.url(true))
    response.redirect().toPath('/login')
  }
}

/** Whom only a company's issuer vouches for is told why the sign-in page comes up again. */
export class OwnCredentialRequiredError extends SignInRequiredError {
  static message =
    'You came in through your company. To open this, sign in with a password of your own, or have a link mailed to you.'

  handle(error: unknown, ctx: HttpContext) {
    ctx.session.flash('error', this.message)
    super.handle(error, ctx)
  }
}

export class WrongCredentialsError extends FieldError {
  static code = 'E_WRONG_CREDENTIALS'
  static status = 401
  static message = 'This e-mail address and password do not belong together. Check both and try again.'
  field = 'password'
}

export class LoginExistsError extends FieldError {
  static code = 'E_LOGIN_EXISTS'
  static status = 409
  static message =
    'Somebody with this e-mail address can sign in already. Reload the page and use that password.'
  field = 'password'
}

export class TooManyAttemptsError extends FieldError {
  static code = 'E_TOO_MANY_ATTEMPTS'
  static status = 429
  static message = 'Too many attempts to sign in. Wait a moment, then try again.'
  field = 'password'

  constructor(public retryAfter: number) {
    super(`Too many attempts to sign in. Try again in ${minutes(retryAfter)}.`)
  }
}

export class LastAdminError extends Exception {
  static code = 'E_LAST_ADMIN'
  static status = 409
  static message =
    'A company needs at least one active administrator. Make somebody else an administrator first.'
}

export class AlreadyMemberError extends FieldError {
  static code = 'E_ALREADY_MEMBER'
  static status = 409
  static message = 'This person is already on the team. If they were deactivated, reactivate them instead.'
  field = 'email'
}

export class AlreadyInvitedError extends FieldError {
  static code = 'E_ALREADY_INVITED'
  static status = 409
  static message = 'This person already has an open invitation. Send that one again instead.'
  field = 'email'
}

export class InvitationClosedError extends Exception {
  static code = 'E_INVITATION_CLOSED'
  static status = 410
  static message = 'This invitation was already used or revoked, or it has expired.'
}

export class LinksNotRevealedError extends Exception {
  static code = 'E_LINKS_NOT_REVEALED'
  static status = 403
  static message = 'This installation sends invitations by mail, so their links are not shown.'
}

export function minutes(seconds: number) {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'a minute' : `${count} minutes`
}
