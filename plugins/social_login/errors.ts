import { Exception } from '@adonisjs/core/exceptions'

/** A provider answered with something other than what it has published. */
export class SocialLoginError extends Exception {
  static code = 'E_SOCIAL_LOGIN'
  static status = 502
  static message = 'The provider’s answer could not be understood.'
}
