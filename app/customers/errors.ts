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

  constructor({ reasons, isOneHidden }: { reasons: Record<string, string | null>; isOneHidden: boolean }) {
    const alike = Object.entries(reasons).map(([id, why]) => (why ? `${id} (${why})` : id))
    const known = alike.length > 0 ? `This may be a customer you have already: ${alike.join(', ')}.` : null
    const hidden = isOneHidden ? 'One like this exists that you may not see: ask an administrator.' : null
    const remedy = 'If it is another person, send the same again with isAnother: true.'
    super([known, hidden, remedy].filter(Boolean).join(' '))
  }
}

export class PrimaryPartError extends Exception {
  static code = 'E_PRIMARY_PART'
  static status = 409
  static message = 'This is the primary one. Make another one primary first, then remove it.'
}

export class TooManyPartsError extends Exception {
  static code = 'E_TOO_MANY_PARTS'
  static status = 422
  static message = 'A customer has 50 of these at most. Remove one that is not needed any more.'
}

export class OtherCustomersPartError extends FieldError {
  static code = 'E_OTHER_CUSTOMERS_PART'
  static status = 422

  constructor(
    public field: 'contactId' | 'siteId',
    what: string
  ) {
    super(`The customer has no such ${what}. Read the customer again and choose one of theirs.`)
  }
}

export class SheetColumnsError extends FieldError {
  static code = 'E_SHEET_COLUMNS'
  static status = 422
  static message =
    'The first line must name the columns, at least Name, or Id for customers who are known. Begin with an export to see all of them.'
  field = 'list'
}
