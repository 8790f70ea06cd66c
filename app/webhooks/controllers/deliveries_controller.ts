import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import { Current } from '#app/platform/database/current'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookDeliveryTransformer from '#app/webhooks/webhook_delivery_transformer'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'
import WebhookEndpointTransformer from '#app/webhooks/webhook_endpoint_transformer'
import { webhookFiltersValidator } from '#app/webhooks/webhook_validator'

/** What was sent to an endpoint, and what became of it. */
export default class DeliveriesController {
  /** Over the API; the page of an endpoint shows them too. */
  async index({ params, bouncer, request, serialize }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const { id } = await WebhookEndpoint.findOrFail(params.id)
    const { after, limit, ...filters } = await request.validateUsing(webhookFiltersValidator)
    const { rows, nextCursor } = await newestFirst(WebhookDelivery.ofEndpoint(id, filters), after, limit)
    return { ...(await serialize(WebhookDeliveryTransformer.transform(rows))), meta: { nextCursor } }
  }

  async show({ params, bouncer, inertia, serialize }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const found = await WebhookDelivery.findOrFail(params.id)
    const delivery = WebhookDeliveryTransformer.transform(found).useVariant('forRecord')
    if (Current.actor.kind === 'api') return serialize(delivery)
    const endpoint = await WebhookEndpoint.findOrFail(found.webhookEndpointId)
    return inertia.render('webhooks/deliveries/show', {
      delivery,
      endpoint: WebhookEndpointTransformer.transform(endpoint),
      may: { change: !Current.isImpersonated },
    })
  }
}
