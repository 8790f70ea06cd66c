import { Exception } from '@adonisjs/core/exceptions'

/** Another try of the same event writes this deal, or died over it. */
export class CrmDealHeldError extends Exception {
  static code = 'E_CRM_DEAL_HELD'
  static status = 503
  static message = 'This deal is being written to the customer system already'
}
