import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'

/** All of an endpoint that failed, once more. */
export default class FailedResendsController {
  async store({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const count = await (await WebhookEndpoint.findOrFail(params.id)).resendFailed()
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', `${count} that had failed ${count === 1 ? 'goes' : 'go'} again`)
    return response.redirect().back()
  }
}
