import type { HttpContext } from '@adonisjs/core/http'
import { waitAt } from '#app/platform/limit'
import { Current } from '#app/platform/database/current'
import { TooManyWebhookTrialsError } from '#app/webhooks/errors'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookDeliveryTransformer from '#app/webhooks/webhook_delivery_transformer'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'

const LIMIT = { name: 'webhook:trial', requests: 20, duration: '10 mins' }

/** A message to see whether it arrives: one try, also while the endpoint is paused. */
export default class TrialsController {
  async store({ params, bouncer, response, serialize, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const { id } = await WebhookEndpoint.findOrFail(params.id)
    const wait = await waitAt(LIMIT, id)
    if (wait) throw new TooManyWebhookTrialsError(wait)
    const delivery = await WebhookDelivery.oweTest(id)
    if (Current.actor.kind === 'api') {
      response.status(201).header('Location', `/api/webhook_deliveries/${delivery.id}`)
      return serialize(WebhookDeliveryTransformer.transform(delivery))
    }
    session.flash('notice', 'A test is on its way. Reload to see what was answered.')
    return response.redirect().back()
  }
}
