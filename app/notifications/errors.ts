import { Exception } from '@adonisjs/core/exceptions'

export class DeliveryNotOverError extends Exception {
  static code = 'E_DELIVERY_NOT_OVER'
  static status = 409
  static message = 'This message is still on its way. Send it again once its outcome is known.'
}
