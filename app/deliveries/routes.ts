import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function deliveryRoutes() {
  const { deliveries } = controllers

  router
    .group(() => {
      router.get('mails', [deliveries.Deliveries, 'index'])
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
}
