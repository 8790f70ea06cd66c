import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class AlreadySuperUserError extends FieldError {
  static code = 'E_ALREADY_SUPER_USER'
  static status = 409
  static message = 'This person is a super user already.'
  field = 'email'
}

export class LastSuperUserError extends Exception {
  static code = 'E_LAST_SUPER_USER'
  static status = 409
  static message = 'Nobody else could open the console then. Make somebody else a super user first.'
}

export class GrantOverError extends Exception {
  static code = 'E_GRANT_OVER'
  static status = 409
  static message = 'This person is no super user any more.'
}
