import { BaseTransformer } from '@adonisjs/core/transformers'
import type WebhookDelivery from '#app/webhooks/webhook_delivery'

export default class WebhookDeliveryTransformer extends BaseTransformer<WebhookDelivery> {
  toObject() {
    const { createdAt, nextTryAt, deliveredAt, webhookEndpointId: endpointId } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'eventId', 'event', 'state', 'attempts', 'isOver']),
      status: this.resource.status ?? null,
      endpointId,
      createdAt: createdAt.toUTC().toISO()!,
      nextTryAt: nextTryAt?.toUTC().toISO() ?? null,
      deliveredAt: deliveredAt?.toUTC().toISO() ?? null,
    }
  }

  forRecord() {
    const { payload, tries } = this.resource
    return { ...this.toObject(), payload, tries }
  }
}
