import { Exception } from '@adonisjs/core/exceptions'

export class DeliveryNotUnknownError extends Exception {
  static code = 'E_DELIVERY_NOT_UNKNOWN'
  static status = 409
  static message = 'What became of this message is known. Look at it again.'
}

export class DeliveryNotOverError extends Exception {
  static code = 'E_DELIVERY_NOT_OVER'
  static status = 409
  static message = 'This message is still on its way. Send it again once its outcome is known.'
}

export class TooManyTrialsError extends Exception {
  static code = 'E_TOO_MANY_TRIALS'
  static status = 429

  constructor(public retryAfter: number) {
    super(`That is enough tests for now. Wait ${Math.ceil(retryAfter / 60)} minutes before the next one.`)
  }
}
