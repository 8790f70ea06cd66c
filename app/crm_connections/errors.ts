import { FieldError } from '#app/platform/errors'

/** The system outside does not let us in with what was entered. */
export class CrmNotOpenedError extends FieldError {
  static code = 'E_CRM_NOT_OPENED'
  static status = 422

  constructor(
    readonly field: string,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}
