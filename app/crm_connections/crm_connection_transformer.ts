import { BaseTransformer } from '@adonisjs/core/transformers'
import type CrmConnection from '#app/crm_connections/crm_connection'

/** Never what was entered to connect, nor what the vendor gave us to come in by. */
export default class CrmConnectionTransformer extends BaseTransformer<CrmConnection> {
  toObject() {
    const { vendor } = this.resource
    return {
      ...this.pick(this.resource, [
        'adapter',
        'state',
        'createdAt',
        'lastSuccessAt',
        'lastFailure',
        'lastFailureAt',
      ]),
      askedAt: vendor.askedAt,
      waitsUntil: vendor.waitsUntil,
      usage: vendor.knownUsage,
      isLetInByScreen: vendor.tokens !== null,
      scopes: vendor.scopes,
    }
  }
}
