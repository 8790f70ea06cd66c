import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class QuotaExceededError extends Exception {
  static code = 'E_QUOTA_EXCEEDED'
  static status = 429
  static message = 'More requests came than this minute holds. Wait as long as Retry-After says, then go on.'

  constructor(public retryAfter: number) {
    super()
  }
}

export class IdempotencyKeyError extends Exception {
  static code = 'E_IDEMPOTENCY_KEY'
  static status = 400
  static message = 'Idempotency-Key must be 1 to 255 printable characters, such as a random UUID.'
}

export class IdempotencyKeyReusedError extends Exception {
  static code = 'E_IDEMPOTENCY_KEY_REUSED'
  static status = 422
  static message =
    'This Idempotency-Key was sent with another request in the last 24 hours. Use a new key for a new request.'
}

export class RequestInProgressError extends Exception {
  static code = 'E_REQUEST_IN_PROGRESS'
  static status = 409
  static message = 'The first request with this Idempotency-Key is still at work. Ask again in a second.'
  retryAfter = 1
}

export class PreconditionFailedError extends Exception {
  static code = 'E_PRECONDITION_FAILED'
  static status = 412
  static message =
    'This was changed since you read it. Read it again, decide, and send the ETag of what you read as If-Match.'
  readonly headers

  constructor(current: string) {
    super()
    this.headers = { ETag: current }
  }
}

export class UnknownFieldError extends FieldError {
  static code = 'E_UNKNOWN_FIELD'
  static status = 422
  static message = 'A field that was asked for does not exist here. Check fields.'
  field = 'fields'

  constructor(unknown: string[], known: string[]) {
    super(`There is no field ${unknown.join(', ')} here. These exist: ${known.join(', ')}.`)
  }
}
