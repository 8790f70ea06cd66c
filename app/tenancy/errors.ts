import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class SlugTakenError extends FieldError {
  static code = 'E_SLUG_TAKEN'
  static status = 409
  static message = 'Another company already has this address. Choose another one.'
  field = 'slug'
}

export class NumberUsedError extends FieldError {
  static code = 'E_NUMBER_USED'
  static status = 422
  field = 'next'

  constructor(next: number) {
    super(`Lower numbers may be in use already. Enter ${next} or a higher one.`)
  }
}

export class NotALogoError extends FieldError {
  static code = 'E_NOT_A_LOGO'
  static status = 422
  static message = 'This is not a picture that can be used. Choose a PNG, JPEG or WebP file of at most 2 MB.'
  field = 'logo'
}

export class CompanyDeactivatedError extends Exception {
  static code = 'E_COMPANY_DEACTIVATED'
  static status = 403
  static message = 'Nothing is lost. Whoever runs this installation can open the company again.'
  title = 'This company is deactivated'
}
