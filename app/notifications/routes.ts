import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function notificationRoutes() {
  router
    .group(() => {
      router.get('notifications', [controllers.notifications.Notifications, 'index'])
      router.get('notifications/:id', [controllers.notifications.Notifications, 'show'])
      router.post('readings', [controllers.notifications.Readings, 'store'])
      router.post('inbox/reading', [controllers.notifications.InboxReadings, 'store'])
      router.get('mails', [controllers.notifications.Deliveries, 'index'])
      router.get('mails/:id', [controllers.notifications.Deliveries, 'show'])
      router.post('mails/:id/resend', [controllers.notifications.Resends, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('notifications')
    .use(middleware.tenant())
}
