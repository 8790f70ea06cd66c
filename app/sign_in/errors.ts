import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { minutes } from '#app/identity/errors'
import { FieldError } from '#app/platform/errors'

const isInertia = ({ request }: HttpContext) => request.header('X-Inertia') === 'true'

/**
 * A sensitive action asks again who is there. A form stays on the screen as it was filled in, under the question, and so
 * does the page that a file is fetched from; a page is opened after it.
 */
export class ConfirmationRequiredError extends Exception {
  static code = 'E_CONFIRMATION_REQUIRED'
  static status = 403
  static message = 'Confirm that it is you: sign in again, or confirm in the browser, then try once more.'

  constructor(private isFile = false) {
    super()
  }

  handle(_: unknown, ctx: HttpContext) {
    const { request, response, session } = ctx
    if (this.isFile || (request.method() !== 'GET' && isInertia(ctx))) {
      session.flash('isConfirmationAsked', true)
      if (this.isFile) session.flash('fileHeldUp', request.url(true))
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

export class MailedCodeRefusedError extends FieldError {
  static code = 'E_MAILED_CODE_REFUSED'
  static status = 422
  static message = 'This code is not right, or it is used up. Check the newest mail, or ask for another code.'
  field = 'code'
}

export class OwnCredentialError extends FieldError {
  static code = 'E_OWN_CREDENTIAL'
  static status = 409
  static message = 'Your login has a password or a second factor. Confirm with that one.'
  field = 'code'
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

export class NothingToRevealError extends Exception {
  static code = 'E_NOTHING_TO_REVEAL'
  static status = 409
  static message =
    'This mail has no link to reveal: it was revealed already, is older than a day, or leads nowhere. Send it again first.'
}

export class MailNotOverError extends Exception {
  static code = 'E_MAIL_NOT_OVER'
  static status = 409
  static message = 'This mail is still on its way. Send it again once its outcome is known.'
}
