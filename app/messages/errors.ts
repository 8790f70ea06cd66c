import { FieldError } from '#app/platform/errors'

/** A conversation was handed to somebody who could not read it. */
export class NotAReaderError extends FieldError {
  static code = 'E_NOT_A_READER'
  static status = 422
  static message =
    'This person may not read the conversation. Assign the request to them as well, or choose somebody else.'
  field = 'assigneeId'
}
