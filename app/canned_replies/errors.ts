import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class ShortcutTakenError extends FieldError {
  static code = 'E_SHORTCUT_TAKEN'
  static status = 422
  static message = 'Another reply has this shortcut already. Choose another one.'
  field = 'shortcut'
}

export class TooManyCannedRepliesError extends Exception {
  static code = 'E_TOO_MANY_CANNED_REPLIES'
  static status = 409
  static message = 'There are 200 canned replies already. Delete one that nobody uses, then add this one.'
}
