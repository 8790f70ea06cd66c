import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { minutes } from '#app/identity/errors'
import { FieldError } from '#app/platform/errors'

const isInertia = ({ request }: HttpContext) => request.header('X-Inertia') === 'true'

/**
 * A sensitive action asks again who is there. A form stays on the screen as it was filled in, under the question;
 * a page is opened after it.
 */
export class ConfirmationRequiredError extends Exception {
  static code = 'E_CONFIRMATION_REQUIRED'
  static status = 403
  static message = 'Confirm that it is you: sign in again, or confirm in the browser, then try once more.'

  handle(_: unknown, ctx: HttpContext) {
    const { request, response, session } = ctx
    if (request.method() !== 'GET' && isInertia(ctx)) {
      session.flash('isConfirmationAsked', true)
      session.flash('inputErrorsBag', { confirmation: [this.message] })
      response.redirect().back()
    } else {
      session.setIntendedUrl(request.method() === 'GET' ? request.url(true) : '/')
      response.redirect().toRoute('sign_in.confirmations.create')
    }
  }
}

export class ImpersonatedError extends Exception {
  static code = 'E_IMPERSONATED'
  static status = 403
  static message = 'Only the person themselves can do this, not somebody who looks at the product as them.'
}

export class WrongPasswordError extends FieldError {
  static code = 'E_WRONG_PASSWORD'
  static status = 422
  static message = 'This is not your password. Check it and try again.'
  field = 'password'
}

export class UnsuitablePasswordError extends FieldError {
  static code = 'E_UNSUITABLE_PASSWORD'
  static status = 422
  static message = 'Choose another password.'
  field = 'password'
}

export class TooManyMailsError extends FieldError {
  static code = 'E_TOO_MANY_MAILS'
  static status = 429
  static message = 'Too many mails were asked for. Wait a while, then try again.'
  field = 'email'

  constructor(public retryAfter: number) {
    super(`Too many mails were asked for. Try again in ${minutes(retryAfter)}.`)
  }
}

export class SameEmailError extends FieldError {
  static code = 'E_SAME_EMAIL'
  static status = 422
  static message = 'This is your address already.'
  field = 'email'
}

export class EmailTakenError extends Exception {
  static code = 'E_EMAIL_TAKEN'
  static status = 409
  static message = 'Another login has this address meanwhile, so yours stays as it is.'
}

export class ManagedAddressError extends FieldError {
  static code = 'E_MANAGED_ADDRESS'
  static status = 409
  static message =
    'A company of yours manages this address through its single sign-on. Ask its administrator.'
  field = 'email'

  constructor(company: string) {
    super(`${company} manages this address through its single sign-on. Ask its administrator to change it.`)
  }
}

export class LinkClosedError extends Exception {
  static code = 'E_LINK_CLOSED'
  static status = 410
  static message = 'This link was used already, or it is too old. Ask for another one.'
}

export class MailNotOverError extends Exception {
  static code = 'E_MAIL_NOT_OVER'
  static status = 409
  static message = 'This mail is still on its way. Send it again once its outcome is known.'
}
