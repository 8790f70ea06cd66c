import { BaseTransformer } from '@adonisjs/core/transformers'
import type VendorExchange from '#app/vendor_connections/vendor_exchange'

export default class VendorExchangeTransformer extends BaseTransformer<VendorExchange> {
  toObject() {
    return this.pick(this.resource, ['id', 'method', 'path', 'status', 'failureCode', 'durationMs', 'madeAt'])
  }
}
