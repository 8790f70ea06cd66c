import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { TooManyTrialsError } from '#app/deliveries/errors'

export function deliveryRoutes() {
  const { deliveries } = controllers

  router
    .group(() => {
      router.get('mails', [deliveries.Deliveries, 'index'])
      router.get('mails/blocked_addresses', [deliveries.BlockedAddresses, 'index'])
      router.delete('mails/blocked_addresses/:id', [deliveries.BlockedAddresses, 'destroy'])
      router.get('mails/:id', [deliveries.Deliveries, 'show'])
      router.post('mails/:id/resend', [deliveries.Resends, 'store'])
      router.post('mails/:id/arrival', [deliveries.Arrivals, 'store'])
      router.post('notifications/devices', [deliveries.PushSubscriptions, 'store'])
      router.delete('notifications/devices/:id', [deliveries.PushSubscriptions, 'destroy'])
      router.post('notifications/devices/:id/trial', [deliveries.PushTrials, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('deliveries')
    .use(middleware.tenant())

  router.post('push_renewals', [deliveries.PushRenewals, 'store']).as('deliveries.push_renewals.store')

  const { api } = middleware
  const change = { scope: 'notifications:write' } as const
  router
    .group(() => {
      router.get('push_devices', [deliveries.PushSubscriptions, 'index']).use(
        api({
          id: 'listPushDevices',
          does: 'List your devices that show messages',
          scope: 'notifications:read',
        })
      )
      router.post('push_devices', [deliveries.PushSubscriptions, 'store']).use(
        api({
          id: 'addPushDevice',
          does: 'Have a device show messages',
          about:
            'The address and keys are those that its browser gave for the key of this installation (Web Push).',
          ...change,
          status: 201,
        })
      )
      router
        .delete('push_devices/:id', [deliveries.PushSubscriptions, 'destroy'])
        .use(
          api({ id: 'removePushDevice', does: 'Have a device show no more messages', ...change, status: 204 })
        )
      router.post('push_devices/:id/trial', [deliveries.PushTrials, 'store']).use(
        api({
          id: 'tryPushDevice',
          does: 'Send a test message to a device',
          about: 'Ten in ten minutes at most.',
          ...change,
          status: 204,
          refuses: [TooManyTrialsError],
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.deliveries')
}
