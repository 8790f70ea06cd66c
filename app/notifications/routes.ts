import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function notificationRoutes() {
  router
    .group(() => {
      router.get('notifications', [controllers.notifications.Notifications, 'index'])
      router.get('notifications/preferences', [controllers.notifications.Preferences, 'edit'])
      router.put('notifications/preferences', [controllers.notifications.Preferences, 'update'])
      router.delete('notifications/preferences', [controllers.notifications.Preferences, 'destroy'])
      router.get('settings/notifications', [controllers.notifications.Rules, 'edit'])
      router.put('settings/notifications', [controllers.notifications.Rules, 'update'])
      router.get('notifications/:id', [controllers.notifications.Notifications, 'show'])
      router.post('notifications/:id/reading', [controllers.notifications.Readings, 'store'])
      router.post('inbox/reading', [controllers.notifications.InboxReadings, 'store'])
      router.get('mails', [controllers.notifications.Deliveries, 'index'])
      router.get('mails/:id', [controllers.notifications.Deliveries, 'show'])
      router.post('mails/:id/resend', [controllers.notifications.Resends, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('notifications')
    .use(middleware.tenant())

  const { api } = middleware
  const { notifications } = controllers
  router
    .group(() => {
      router
        .get('notifications', [notifications.Notifications, 'index'])
        .use(api({ id: 'listNotifications', does: 'List your notifications', scope: 'notifications:read' }))
      router
        .get('notifications/:id', [notifications.Notifications, 'show'])
        .use(api({ id: 'getNotification', does: 'Read a notification', scope: 'notifications:read' }))
      router
        .post('notifications/:id/read', [notifications.Readings, 'store'])
        .use(
          api({ id: 'readNotification', does: 'Mark a notification as read', scope: 'notifications:write' })
        )
      router.post('notifications/:id/delete', [notifications.Notifications, 'destroy']).use(
        api({
          id: 'deleteNotification',
          does: 'Delete a notification',
          scope: 'notifications:write',
          status: 204,
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.notifications')
}
