import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

/** The system outside does not let us in with what was entered. */
export class CrmNotOpenedError extends FieldError {
  static code = 'E_CRM_NOT_OPENED'
  static status = 422

  constructor(
    readonly field: string,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}

/** Another try of the same event writes this customer, or died over it. */
export class CrmLinkHeldError extends Exception {
  static code = 'E_CRM_LINK_HELD'
  static status = 503
  static message = 'This customer is being written to the customer system already'
}

/** The customer is another record there already. */
export class CrmLinkTakenError extends FieldError {
  static code = 'E_CRM_LINK_TAKEN'
  static status = 409
  static message = 'This customer is another record there already. Merge the two there instead.'
  field = 'customerId'
}

/** One look through the customers at a time. */
export class CrmSyncRunningError extends FieldError {
  static code = 'E_CRM_SYNC_RUNNING'
  static status = 409
  static message = 'This is under way already. Wait for its end, or stop it first.'
  field = 'purpose'
}

/** Another worker walks through the customers at this moment. */
export class CrmSyncHeldError extends Exception {
  static code = 'E_CRM_SYNC_HELD'
  static status = 503
  static message = 'Another worker is at it. This is tried again a little later.'
}

/** The installation is not registered with this vendor, so that companies cannot let it in on the vendor's screen. */
export class NoVendorScreenError extends FieldError {
  static code = 'E_NO_VENDOR_SCREEN'
  static status = 422
  static message =
    'This installation is not registered with the vendor. Enter what opens it below, or ask whoever runs this installation.'
  field = 'adapter'
}
