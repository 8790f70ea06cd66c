import { Exception } from '@adonisjs/core/exceptions'

export class LeadClosedError extends Exception {
  static code = 'E_LEAD_CLOSED'
  static status = 409
  static message = 'This request is already closed, so it cannot be changed any more.'
}

export class LeadAlreadyConvertedError extends Exception {
  static code = 'E_LEAD_ALREADY_CONVERTED'
  static status = 409
  static message = 'This request has already become an order. Open the order to see its visit.'
}
