import { Exception } from '@adonisjs/core/exceptions'

export class OrderClosedError extends Exception {
  static code = 'E_ORDER_CLOSED'
  static status = 409
  static message = 'This order is done or cancelled, so its visit cannot be changed any more.'
}

export class VisitClosedError extends Exception {
  static code = 'E_VISIT_CLOSED'
  static status = 409
  static message = 'This visit is done or cancelled, so it cannot be changed any more. Plan another one.'
}
