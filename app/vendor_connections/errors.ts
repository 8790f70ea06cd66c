import { Exception } from '@adonisjs/core/exceptions'

/** The company's permission has ended, or it has disconnected the vendor. */
export class VendorAccessLostError extends Exception {
  static code = 'E_VENDOR_ACCESS_LOST'
  static status = 409
  static message = 'The vendor does not let the company in any more'
}

/** As much was asked as the vendor allows; it may be asked again from `retryAt` on. */
export class VendorBusyError extends Exception {
  static code = 'E_VENDOR_BUSY'
  static status = 429

  constructor(readonly retryAt: Date) {
    super('The vendor may not be asked before a while')
  }
}

/** It failed several times in a row, and is left alone until `retryAt`. */
export class VendorDownError extends Exception {
  static code = 'E_VENDOR_DOWN'
  static status = 503

  constructor(readonly retryAt: Date) {
    super('The vendor does not answer, and is left alone for a while')
  }
}
