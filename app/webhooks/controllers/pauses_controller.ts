import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'
import WebhookEndpointTransformer from '#app/webhooks/webhook_endpoint_transformer'

export default class PausesController {
  async store({ params, bouncer, response, serialize, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    await endpoint.pause()
    if (Current.actor.kind === 'api') return serialize(WebhookEndpointTransformer.transform(endpoint))
    session.flash('notice', 'Paused. What happens meanwhile waits.')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, response, serialize, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    await endpoint.resume()
    if (Current.actor.kind === 'api') return serialize(WebhookEndpointTransformer.transform(endpoint))
    session.flash('notice', 'Resumed. What waited is on its way.')
    return response.redirect().back()
  }
}
