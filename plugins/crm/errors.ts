import { Exception } from '@adonisjs/core/exceptions'
import type { CrmCustomerFields } from '#plugins/crm/contract'

/** The system does not answer, or answers with a failure of its own. Trying later may help. */
export class CrmUnavailableError extends Exception {
  static code = 'E_CRM_UNAVAILABLE'
  static status = 503
  static message = 'The customer system does not answer. Try again in a few minutes.'

  /** Where it is known: nobody asks before that. */
  retryAt?: Date
}

/** The system refused what was asked, and will refuse it again. */
export class CrmRejectedError extends Exception {
  static code = 'E_CRM_REJECTED'
  static status = 422
  static message = 'The customer system refused this'

  /** `field` is the one at fault, `null` when the whole request is. */
  constructor(
    message: string,
    readonly field: keyof CrmCustomerFields | null = null,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}

/** There is no record of this id any more: somebody deleted it there. */
export class CrmGoneError extends CrmRejectedError {
  static code = 'E_CRM_GONE'

  constructor(what: 'customer' | 'deal' | 'company' = 'customer') {
    super(`There is no such ${what}`)
  }
}

/** The pipeline or stage that a deal is to be in is there no more. */
export class CrmStageGoneError extends CrmRejectedError {
  static code = 'E_CRM_STAGE_GONE'

  constructor() {
    super('The customer system has no such stage any more')
  }
}

/** Customers may be read and written, but not this; whoever connected the system can allow it. */
export class CrmNotAllowedError extends CrmRejectedError {
  static code = 'E_CRM_NOT_ALLOWED'
}

/** What a company entered to connect cannot be right; `setting` names it. */
export class CrmSettingError extends Exception {
  static code = 'E_CRM_SETTING'
  static status = 422

  constructor(
    readonly setting: string,
    message: string
  ) {
    super(message)
  }
}

/** Too much was asked of the system; it takes requests again from `retryAt` on. */
export class CrmRateLimitedError extends Exception {
  static code = 'E_CRM_RATE_LIMITED'
  static status = 429
  static message = 'The customer system asks to slow down. Try again in a minute.'

  constructor(readonly retryAt: Date) {
    super()
  }
}

/** The adapter's capabilities do not include this. */
export class CrmNotSupportedError extends Exception {
  static code = 'E_CRM_NOT_SUPPORTED'
  static status = 501
  static message = 'The customer system cannot do this'

  constructor(adapter: string, what: string) {
    super(`The customer system "${adapter}" cannot ${what}`)
  }
}

/** The company's permission has ended; an admin has to connect the system again. */
export class CrmNeedsReconnectError extends Exception {
  static code = 'E_CRM_NEEDS_RECONNECT'
  static status = 409
  static message = 'The connection to the customer system has ended. An admin can connect it again.'
}

/** Something that came by itself was not signed by the vendor, or is too old to be believed. */
export class CrmForgedError extends Exception {
  static code = 'E_CRM_FORGED'
  static status = 401
  static message = 'This is not signed by the customer system'
}
