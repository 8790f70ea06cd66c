import { Exception } from '@adonisjs/core/exceptions'

export class ValueChangedError extends Exception {
  static code = 'E_VALUE_CHANGED'
  static status = 409
  static message = 'The field was changed meanwhile, so nothing was put back. Look at both values again.'

  constructor(label: string, now: string | null) {
    super(
      `The ${label.toLowerCase()} was changed meanwhile and says ${now ? `“${now}”` : 'nothing'} now. ` +
        'Nothing was put back. Look at both values, then decide again.'
    )
  }
}

export class NotRestorableError extends Exception {
  static code = 'E_NOT_RESTORABLE'
  static status = 422
  static message = 'This value cannot be put back from the history. Change it where the record is edited.'
}
