import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class QrCodeTakenError extends Exception {
  static code = 'E_QR_CODE_TAKEN'
  static status = 409
  static message = 'This code is already bound to a customer'

  /** Without a customer, where they are not for the one who asks to see. */
  constructor(readonly customer: { id: string; name: string } | null) {
    super(
      customer
        ? `This code is already bound to ${customer.name}`
        : 'This code is already bound to a customer whom you do not see. Take another label, or ask the office.'
    )
  }
}

export class QrCodeOutOfUseError extends Exception {
  static code = 'E_QR_CODE_OUT_OF_USE'
  static status = 409
  static message = 'This code is out of use. Take another label.'
}

export class QrCustomerArchivedError extends Exception {
  static code = 'E_QR_CUSTOMER_ARCHIVED'
  static status = 409
  static message = 'This customer is archived. Restore them before binding a code.'
}

export class QrCodeUnreadableError extends Exception {
  static code = 'E_QR_CODE_UNREADABLE'
  static status = 422
  static message = 'Type the 8 characters in print below the symbol, like K7Q2-9F4M, or paste the link.'
}

export class QrCodeTypoError extends Exception {
  static code = 'E_QR_CODE_TYPO'
  static status = 422
  static message = 'One of these characters is wrong. Compare them with the label and type them again.'
}

export class UndoOverError extends Exception {
  static code = 'E_QR_UNDO_OVER'
  static status = 409
  static message = 'This can no longer be undone. Bind the code to the right customer instead.'
}

export class LabelRangeError extends Exception {
  static code = 'E_QR_LABEL_RANGE'
  static status = 422
  static message = 'This batch has no such labels'

  constructor(quantity: number) {
    super(`This batch has labels 1 to ${quantity}. Name the first and the last to print in this order.`)
  }
}

export class QrCodeStateError extends Exception {
  static code = 'E_QR_CODE_STATE'
  static status = 409
  static message = 'This code is out of use already. Bring it back into use first.'
}

export class BindingListColumnsError extends FieldError {
  static code = 'E_QR_BINDING_LIST_COLUMNS'
  static status = 422
  static message =
    'The first line must name the columns Code and Customer, or Code and Street with Postcode or City. Other columns may stand beside them.'
  field = 'list'
}

export class LoopbackHostError extends Exception {
  static code = 'E_QR_LOOPBACK_HOST'
  static status = 422
  static message = 'These codes would open on this machine only'

  constructor(host: string) {
    super(
      `Codes for ${host} open on this machine only. Set APP_URL to the public address, or confirm a demo batch.`
    )
  }
}
