import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class UnknownLabelTemplateError extends Exception {
  static code = 'E_QR_LABEL_TEMPLATE_UNKNOWN'
  static status = 422
  static message = 'There is no label sheet of this name'
}

export class StartPositionError extends Exception {
  static code = 'E_QR_START_POSITION'
  static status = 422
  static message = 'The first label to print is not on this sheet'
}

export class LabelTooSmallError extends Exception {
  static code = 'E_QR_LABEL_TOO_SMALL'
  static status = 422
  static message = 'The QR code would be too fine to scan on a label of this size'
}

/** A sheet that could not be printed, and which of its measures is to be changed. */
export class LabelSheetError extends FieldError {
  static code = 'E_LABEL_SHEET'
  static status = 422

  constructor(
    public field: string,
    message: string
  ) {
    super(message)
  }
}
