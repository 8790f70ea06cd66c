import { BaseTransformer } from '@adonisjs/core/transformers'
import type PushSubscription from '#app/deliveries/push_subscription'

export default class PushSubscriptionTransformer extends BaseTransformer<PushSubscription> {
  toObject() {
    const { id, label, endpointHash, reachedAt, error } = this.resource
    return {
      id,
      label,
      mark: endpointHash.slice(0, 16),
      reachedAt: reachedAt?.toISO() ?? null,
      error: error ?? null,
    }
  }
}
