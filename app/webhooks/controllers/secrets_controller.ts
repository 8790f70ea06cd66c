import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { showOnce } from '#app/identity/shown_once'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'
import WebhookEndpointTransformer from '#app/webhooks/webhook_endpoint_transformer'

export default class SecretsController {
  async store(ctx: HttpContext) {
    const { params, bouncer, response, serialize } = ctx
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    const secret = await endpoint.rotateSecret()
    if (Current.actor.kind === 'api')
      return serialize(WebhookEndpointTransformer.transform(endpoint).useVariant('forNew'))
    showOnce(ctx, secret)
    return response.redirect().back()
  }
}
