import { DateTime } from 'luxon'
import { BaseTransformer } from '@adonisjs/core/transformers'
import type WebhookEndpoint from '#app/webhooks/webhook_endpoint'

export default class WebhookEndpointTransformer extends BaseTransformer<WebhookEndpoint> {
  toObject() {
    const { createdAt, formerUntil, pausedAt, failingSince, brokenUntil, lastSuccessAt, lastFailureAt } =
      this.resource
    const isRotating = formerUntil !== null && formerUntil > DateTime.utc()
    return {
      ...this.pick(this.resource, ['id', 'url', 'description', 'events', 'state']),
      pausedFor: this.resource.pausedFor ?? null,
      lastFailure: this.resource.lastFailure ?? null,
      createdAt: createdAt.toUTC().toISO()!,
      formerSecretUntil: isRotating ? formerUntil.toUTC().toISO() : null,
      pausedAt: pausedAt?.toUTC().toISO() ?? null,
      failingSince: failingSince?.toUTC().toISO() ?? null,
      leftAloneUntil: brokenUntil?.toUTC().toISO() ?? null,
      lastSuccessAt: lastSuccessAt?.toUTC().toISO() ?? null,
      lastFailureAt: lastFailureAt?.toUTC().toISO() ?? null,
    }
  }

  /** Once, right after the secret was made. */
  forNew() {
    return { ...this.toObject(), secret: this.resource.secrets[0] }
  }
}
