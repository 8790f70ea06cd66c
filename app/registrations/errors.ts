import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class RegistrationClosedError extends Exception {
  static code = 'E_REGISTRATION_CLOSED'
  static status = 403
  static message =
    'Companies cannot be registered here. Ask whoever runs this installation to open one for you.'
  title = 'Registration is closed'
}

export class PasswordMissingError extends FieldError {
  static code = 'E_PASSWORD_MISSING'
  static status = 422
  static message = 'Type the password that you chose when you registered.'
  field = 'password'
}
