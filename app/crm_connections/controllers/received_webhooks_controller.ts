import type { HttpContext } from '@adonisjs/core/http'
import { IncomingWebhook } from '#app/platform/incoming/incoming_webhook'
import { WebhookRefusedError } from '#app/platform/incoming/incoming_errors'
import { CrmForgedError } from '#plugins/crm/errors'
import { crm } from '#plugins/crm/manager'
import { receive } from '#app/crm_connections/crm_webhook'

/** Webhooks of customer systems. They are answered once all of it is kept. */
export default class ReceivedWebhooksController {
  async store(ctx: HttpContext) {
    const webhooks = await crm.webhooksOf(ctx.params.adapter)
    if (!webhooks) throw new WebhookRefusedError()
    try {
      await receive(webhooks.name, webhooks.hintsIn(IncomingWebhook.in(ctx, webhooks.secret)))
    } catch (error) {
      if (error instanceof CrmForgedError) throw new WebhookRefusedError(undefined, { cause: error })
      throw error
    }
    return ctx.response.noContent()
  }
}
