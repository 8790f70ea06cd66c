import { Exception } from '@adonisjs/core/exceptions'

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
