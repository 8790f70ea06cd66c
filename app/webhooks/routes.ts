import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { TooManyEndpointsError, TooManyWebhookTrialsError, WebhookUnderWayError } from '#app/webhooks/errors'

export function webhookRoutes() {
  const { webhooks } = controllers
  const { api, confirmed } = middleware

  router
    .group(() => {
      router.get('settings/webhooks', [webhooks.Endpoints, 'index'])
      router.post('settings/webhooks', [webhooks.Endpoints, 'store']).use(confirmed())
      router.get('settings/webhooks/:id', [webhooks.Endpoints, 'show'])
      router.put('settings/webhooks/:id', [webhooks.Endpoints, 'update']).use(confirmed())
      router.delete('settings/webhooks/:id', [webhooks.Endpoints, 'destroy'])
      router.post('settings/webhooks/:id/secret', [webhooks.Secrets, 'store']).use(confirmed())
      router.post('settings/webhooks/:id/trial', [webhooks.Trials, 'store'])
      router.post('settings/webhooks/:id/pause', [webhooks.Pauses, 'store'])
      router.delete('settings/webhooks/:id/pause', [webhooks.Pauses, 'destroy'])
      router.post('settings/webhooks/:id/failed_resends', [webhooks.FailedResends, 'store'])
      router.get('settings/webhook_deliveries/:id', [webhooks.Deliveries, 'show'])
      router.post('settings/webhook_deliveries/:id/resend', [webhooks.Resends, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('webhooks')
    .use(middleware.tenant())

  const change = { scope: 'settings:write' } as const
  router
    .group(() => {
      router
        .get('webhook_endpoints', [webhooks.Endpoints, 'index'])
        .use(api({ id: 'listWebhookEndpoints', does: 'List webhook endpoints', ...change }))
      router.post('webhook_endpoints', [webhooks.Endpoints, 'store']).use(
        api({
          id: 'createWebhookEndpoint',
          does: 'Add a webhook endpoint',
          about: '`secret` is shown this once. `events` is null for all, also those to come.',
          ...change,
          status: 201,
          refuses: [TooManyEndpointsError],
        })
      )
      router
        .get('webhook_endpoints/:id', [webhooks.Endpoints, 'show'])
        .use(api({ id: 'getWebhookEndpoint', does: 'Read a webhook endpoint', ...change }))
      router
        .put('webhook_endpoints/:id', [webhooks.Endpoints, 'update'])
        .use(api({ id: 'updateWebhookEndpoint', does: 'Change a webhook endpoint', ...change }))
      router.delete('webhook_endpoints/:id', [webhooks.Endpoints, 'destroy']).use(
        api({
          id: 'deleteWebhookEndpoint',
          does: 'Delete a webhook endpoint',
          about: 'Its deliveries go with it.',
          ...change,
          status: 204,
        })
      )
      router.post('webhook_endpoints/:id/secret', [webhooks.Secrets, 'store']).use(
        api({
          id: 'rotateWebhookSecret',
          does: 'Make a new secret for a webhook endpoint',
          about: '`secret` is shown this once. The former one signs too for 24 hours.',
          ...change,
        })
      )
      router.post('webhook_endpoints/:id/trial', [webhooks.Trials, 'store']).use(
        api({
          id: 'tryWebhookEndpoint',
          does: 'Send a test to a webhook endpoint',
          about: 'An event `webhook.test`, tried once, also while the endpoint is paused.',
          ...change,
          status: 201,
          refuses: [TooManyWebhookTrialsError],
        })
      )
      router.post('webhook_endpoints/:id/pause', [webhooks.Pauses, 'store']).use(
        api({
          id: 'pauseWebhookEndpoint',
          does: 'Pause a webhook endpoint',
          about: 'What happens meanwhile waits, for 30 days.',
          ...change,
        })
      )
      router.delete('webhook_endpoints/:id/pause', [webhooks.Pauses, 'destroy']).use(
        api({
          id: 'resumeWebhookEndpoint',
          does: 'Resume a webhook endpoint',
          about: 'All that waited is sent.',
          ...change,
        })
      )
      router.post('webhook_endpoints/:id/failed_resends', [webhooks.FailedResends, 'store']).use(
        api({
          id: 'resendFailedWebhooks',
          does: 'Send everything again that failed at a webhook endpoint',
          ...change,
          status: 204,
        })
      )
      router
        .get('webhook_endpoints/:id/deliveries', [webhooks.Deliveries, 'index'])
        .use(
          api({ id: 'listWebhookDeliveries', does: 'List what was sent to a webhook endpoint', ...change })
        )
      router
        .get('webhook_deliveries/:id', [webhooks.Deliveries, 'show'])
        .use(
          api({ id: 'getWebhookDelivery', does: 'Read a webhook delivery, its payload and tries', ...change })
        )
      router.post('webhook_deliveries/:id/resend', [webhooks.Resends, 'store']).use(
        api({
          id: 'resendWebhookDelivery',
          does: 'Send a webhook delivery again',
          about: 'The same message, with the same `webhook-id`.',
          ...change,
          refuses: [WebhookUnderWayError],
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.webhooks')
}
