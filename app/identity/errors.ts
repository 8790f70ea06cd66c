import { Exception } from '@adonisjs/core/exceptions'

export class LastAdminError extends Exception {
  static code = 'E_LAST_ADMIN'
  static status = 409
  static message = 'A company needs at least one active administrator. Make somebody else an administrator first.'
}

export class AlreadyMemberError extends Exception {
  static code = 'E_ALREADY_MEMBER'
  static status = 409
  static message = 'This person is already on the team.'
}

export class AlreadyInvitedError extends Exception {
  static code = 'E_ALREADY_INVITED'
  static status = 409
  static message = 'This person already has an open invitation. Resend it instead.'
}

export class InvitationClosedError extends Exception {
  static code = 'E_INVITATION_CLOSED'
  static status = 410
  static message = 'This invitation was used, revoked or has expired.'
}

export class WrongCredentialsError extends Exception {
  static code = 'E_WRONG_CREDENTIALS'
  static status = 401
  static message = 'This e-mail address and password do not belong together. Check both and try again.'
}

export class TooManyAttemptsError extends Exception {
  static code = 'E_TOO_MANY_ATTEMPTS'
  static status = 429
  static message = 'Too many attempts to sign in. Wait a moment, then try again.'

  constructor(public retryAfter: number) {
    super(`Too many attempts to sign in. Try again in ${minutes(retryAfter)}.`)
  }
}

function minutes(seconds: number) {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'a minute' : `${count} minutes`
}
