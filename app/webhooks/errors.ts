import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class TooManyEndpointsError extends FieldError {
  static code = 'E_TOO_MANY_WEBHOOK_ENDPOINTS'
  static status = 409
  static message = 'A company has 20 endpoints at most. Delete one that is not needed any more.'
  field = 'url'
}

export class WebhookUnderWayError extends Exception {
  static code = 'E_WEBHOOK_UNDER_WAY'
  static status = 409
  static message = 'This message is still on its way. Send it again once its outcome is known.'
}

export class TooManyWebhookTrialsError extends Exception {
  static code = 'E_TOO_MANY_WEBHOOK_TRIALS'
  static status = 429

  constructor(public retryAfter: number) {
    super(`That is enough tests for now. Wait ${Math.ceil(retryAfter / 60)} minutes before the next one.`)
  }
}
