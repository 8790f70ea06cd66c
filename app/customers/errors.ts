import { Exception } from '@adonisjs/core/exceptions'
import { FieldError } from '#app/platform/errors'

export class CustomerPhoneError extends Exception {
  static code = 'E_CUSTOMER_PHONE'
  static status = 422
  static message = 'This is not a phone number. Check the digits, and start with + for a number from abroad.'
}

export class CustomerGoneError extends Exception {
  static code = 'E_CUSTOMER_GONE'
  static status = 409
  static message =
    'One of the two is archived, or was merged meanwhile. Look at both again; an archived one has to be restored first.'
}

export class LikelyDuplicateError extends FieldError {
  static code = 'E_LIKELY_DUPLICATE'
  static status = 409
  static message =
    'This may be a customer you have already. If it is another person, send the same again with isAnother: true.'
  field = 'isAnother'

  constructor({ ids, isOneHidden }: { ids: string[]; isOneHidden: boolean }) {
    const known = ids.length > 0 ? `This may be a customer you have already: ${ids.join(', ')}.` : null
    const hidden = isOneHidden ? 'One like this exists that you may not see: ask an administrator.' : null
    const remedy = 'If it is another person, send the same again with isAnother: true.'
    super([known, hidden, remedy].filter(Boolean).join(' '))
  }
}
