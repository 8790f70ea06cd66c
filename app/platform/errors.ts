import { Exception } from '@adonisjs/core/exceptions'

export class NoTenantError extends Exception {
  static code = 'E_NO_TENANT'
  static message = 'A tenant table was used outside a tenant scope'
}

export class ScopeOverError extends Exception {
  static code = 'E_SCOPE_OVER'
  static message = 'The tenant scope of this query is over'
}

export class TenantInTenantError extends Exception {
  static code = 'E_TENANT_IN_TENANT'
  static message = 'A scope of one tenant was opened inside a scope of another'
}

export class OtherTenantError extends Exception {
  static code = 'E_OTHER_TENANT'
  static message = 'A row of another tenant was about to be written'
}

export class RowGoneError extends Exception {
  static code = 'E_ROW_GONE'
  static status = 409
  static message = 'This record was changed or removed meanwhile. Reload the page and try again.'
}

export class UnitLostError extends Exception {
  static code = 'E_UNIT_LOST'
  static message = 'A query failed inside this unit of work, so nothing of it was saved'
}

/** An expected refusal that one field of a form caused: it is shown there. */
export abstract class FieldError extends Exception {
  abstract field: string

  get messages() {
    return [{ field: this.field, rule: this.code!.slice(2).toLowerCase(), message: this.message }]
  }
}

export class CursorError extends FieldError {
  static code = 'E_CURSOR'
  static status = 422
  static message = 'This page of the list does not exist in this order. Start again from the first page.'
  field = 'after'
}
