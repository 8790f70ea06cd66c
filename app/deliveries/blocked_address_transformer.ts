import { BaseTransformer } from '@adonisjs/core/transformers'
import type BlockedAddress from '#app/deliveries/blocked_address'

export default class BlockedAddressTransformer extends BaseTransformer<BlockedAddress> {
  toObject() {
    const { id, address, reason, detail, deliveryId, blockedAt } = this.resource
    return { id, address, reason, detail, deliveryId, blockedAt: blockedAt.toUTC().toISO()! }
  }
}
