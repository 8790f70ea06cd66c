import { Exception } from '@adonisjs/core/exceptions'

export class TimerNotYoursError extends Exception {
  static code = 'E_TIMER_NOT_CANCELLABLE'
  static status = 409
  static message =
    'The product needs this timer, so it cannot be cancelled. It ends with the record it was set for.'
}
