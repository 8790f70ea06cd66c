import type { HttpContext } from '@adonisjs/core/http'
import { countUpTo } from '#app/platform/database/capped_count'
import { newestFirst } from '#app/platform/database/keyset_page'
import { Current } from '#app/platform/database/current'
import { showOnce } from '#app/identity/shown_once'
import { OFFERED_NAMES } from '#app/webhooks/offered_events'
import WebhookDelivery from '#app/webhooks/webhook_delivery'
import WebhookDeliveryTransformer from '#app/webhooks/webhook_delivery_transformer'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import WebhookEndpointPolicy from '#app/webhooks/webhook_endpoint_policy'
import WebhookEndpointTransformer from '#app/webhooks/webhook_endpoint_transformer'
import { webhookEndpointValidator, webhookFiltersValidator } from '#app/webhooks/webhook_validator'

const MOST = 99

export default class EndpointsController {
  async index({ bouncer, inertia, serialize }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoints = WebhookEndpointTransformer.transform(await WebhookEndpoint.inOrder())
    if (Current.actor.kind === 'api') return serialize(endpoints)
    return inertia.render('webhooks/endpoints/index', {
      endpoints,
      offered: OFFERED_NAMES,
      may: { change: !Current.isImpersonated },
    })
  }

  async store(ctx: HttpContext) {
    const { bouncer, request, response, serialize } = ctx
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.register(await request.validateUsing(webhookEndpointValidator))
    if (Current.actor.kind === 'api') {
      response.status(201).header('Location', `/api/webhook_endpoints/${endpoint.id}`)
      return serialize(WebhookEndpointTransformer.transform(endpoint).useVariant('forNew'))
    }
    showOnce(ctx, endpoint.secrets[0])
    return response.redirect().toRoute('webhooks.endpoints.show', { id: endpoint.id })
  }

  async show({ params, bouncer, inertia, request, serialize }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    const shown = WebhookEndpointTransformer.transform(endpoint)
    if (Current.actor.kind === 'api') return serialize(shown)
    return inertia.render('webhooks/endpoints/show', {
      endpoint: shown,
      offered: OFFERED_NAMES,
      ...(await logOf(endpoint, request)),
      may: { change: !Current.isImpersonated },
    })
  }

  async update({ params, bouncer, request, response, serialize, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    await endpoint.revise(await request.validateUsing(webhookEndpointValidator))
    if (Current.actor.kind === 'api') return serialize(WebhookEndpointTransformer.transform(endpoint))
    session.flash('notice', 'Changes saved')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, response, session }: HttpContext) {
    await bouncer.with(WebhookEndpointPolicy).authorize('manage')
    const endpoint = await WebhookEndpoint.findOrFail(params.id)
    await endpoint.remove()
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', `Nothing is sent to ${endpoint.host} any more`)
    return response.redirect().toRoute('webhooks.endpoints.index')
  }
}

async function logOf({ id }: WebhookEndpoint, request: HttpContext['request']) {
  const { after, limit, ...filters } = await request.validateUsing(webhookFiltersValidator)
  const { rows, nextCursor } = await newestFirst(WebhookDelivery.ofEndpoint(id, filters), after, limit)
  const counted = (state: 'held' | 'failed') => countUpTo(WebhookDelivery.ofEndpoint(id, { state }), MOST)
  return {
    deliveries: WebhookDeliveryTransformer.transform(rows),
    meta: { nextCursor, held: await counted('held'), failed: await counted('failed') },
    filters,
  }
}
