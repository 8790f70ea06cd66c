import { Exception } from '@adonisjs/core/exceptions'

export class WindowGoneError extends Exception {
  static code = 'E_WINDOW_GONE'
  static status = 409
  static message = 'This time is not free any more. Choose another one.'
}
