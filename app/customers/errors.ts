import { Exception } from '@adonisjs/core/exceptions'

export class CustomerPhoneError extends Exception {
  static code = 'E_CUSTOMER_PHONE'
  static status = 422
  static message = 'This is not a phone number. Check the digits, and start with + for a number from abroad.'
}
