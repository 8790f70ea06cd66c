import { Exception } from '@adonisjs/core/exceptions'

export class SlugTakenError extends Exception {
  static code = 'E_SLUG_TAKEN'
  static status = 422
  static message = 'Another company already has this address. Choose another one.'
}

export class CompanyDeactivatedError extends Exception {
  static code = 'E_COMPANY_DEACTIVATED'
  static status = 403
  static message = 'This company is deactivated. Ask the people who run this installation to reactivate it.'
}

export class NotALogoError extends Exception {
  static code = 'E_NOT_A_LOGO'
  static status = 422
  static message = 'This file is not a PNG, JPEG or WebP picture. Choose another file.'
}
