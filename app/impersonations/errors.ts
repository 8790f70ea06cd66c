import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { FieldError } from '#app/platform/errors'

export class MemberGoneError extends FieldError {
  static code = 'E_MEMBER_GONE'
  static status = 409
  static message = 'This person no longer works for the company. Choose somebody who does.'
  field = 'userId'
}

export class SuperUserProtectedError extends FieldError {
  static code = 'E_SUPER_USER_PROTECTED'
  static status = 403
  static message = 'Nobody stands in for a super user. Choose another person.'
  field = 'userId'
}

export class SupportNotAllowedError extends Exception {
  static code = 'E_SUPPORT_NOT_ALLOWED'
  static status = 409
  static message =
    'This company wants to be asked first. One of its administrators allows it under Settings, Support access.'
}

export class AlreadyImpersonatingError extends Exception {
  static code = 'E_ALREADY_IMPERSONATING'
  static status = 409
  static message = 'You already stand in for somebody. End that first, then start again.'
}

/** The member's door is closed to the super user: back to the console, where they came from. */
export class ImpersonationOverError extends Exception {
  static code = 'E_IMPERSONATION_OVER'
  static status = 403
  static message = 'Your time in this company is over. Start again if you still need it.'

  handle(_: unknown, { response, session }: HttpContext) {
    session.flash('notice', this.message)
    response.redirect().toPath('/')
  }
}
