import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmConnection from '#app/crm_connections/crm_connection'

/** Never what was entered to connect. */
export default class CrmConnectionTransformer extends BaseTransformer<CrmConnection> {
  toObject() {
    return this.pick(this.resource, [
      'adapter',
      'state',
      'createdAt',
      'lastSuccessAt',
      'lastFailure',
      'lastFailureAt',
    ])
  }
}
