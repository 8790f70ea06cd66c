import { Exception } from '@adonisjs/core/exceptions'

/** Not signed by whom it says it comes from, or too long ago. Which of these is told to nobody. */
export class WebhookRefusedError extends Exception {
  static code = 'E_WEBHOOK_REFUSED'
  static status = 401
  static message = 'This is not signed as it has to be'
}

export class WebhookTooLongError extends Exception {
  static code = 'E_WEBHOOK_TOO_LONG'
  static status = 413
  static message = 'This is longer than any webhook'
}
