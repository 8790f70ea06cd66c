import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookDeliveryTransformer from '#app/webhooks/webhook_delivery_transformer'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'

/** The same message once more, under its own id. */
export default class ResendsController {
  async store({ params, bouncer, response, serialize, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const delivery = await WebhookDelivery.findOrFail(params.id)
    await delivery.resend()
    await (await WebhookEndpoint.findOrFail(delivery.webhookEndpointId)).noteResent()
    if (Current.actor.kind === 'api') return serialize(WebhookDeliveryTransformer.transform(delivery))
    session.flash('notice', 'It is on its way again')
    return response.redirect().back()
  }
}
