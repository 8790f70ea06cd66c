import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { SnoozeTimeError } from '#app/notifications/snooze_time'

export function notificationRoutes() {
  const { notifications } = controllers
  router
    .group(() => {
      router.get('notifications', [notifications.Notifications, 'index'])
      router.get('notifications/:id', [notifications.Notifications, 'show'])
      router.post('notifications/:id/reading', [notifications.Readings, 'store'])
      router.delete('notifications/:id/reading', [notifications.Readings, 'destroy'])
      router.post('notifications/:id/archival', [notifications.Archivals, 'store'])
      router.delete('notifications/:id/archival', [notifications.Archivals, 'destroy'])
      router.post('notifications/:id/snooze', [notifications.Snoozes, 'store'])
      router.delete('notifications/:id/snooze', [notifications.Snoozes, 'destroy'])
      router.post('inbox/reading', [notifications.InboxReadings, 'store'])
      router.delete('inbox/reading', [notifications.InboxReadings, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .as('notifications')
    .use(middleware.tenant())

  const { api } = middleware
  const change = { scope: 'notifications:write' } as const
  router
    .group(() => {
      router
        .get('notifications', [notifications.Notifications, 'index'])
        .use(api({ id: 'listNotifications', does: 'List your notifications', scope: 'notifications:read' }))
      router
        .get('notifications/:id', [notifications.Notifications, 'show'])
        .use(api({ id: 'getNotification', does: 'Read a notification', scope: 'notifications:read' }))
      router
        .post('notifications/read', [notifications.InboxReadings, 'store'])
        .use(
          api({ id: 'readAllNotifications', does: 'Mark all in the inbox as read', ...change, status: 204 })
        )
      router
        .post('notifications/:id/read', [notifications.Readings, 'store'])
        .use(api({ id: 'readNotification', does: 'Mark a notification as read', ...change }))
      router
        .post('notifications/:id/unread', [notifications.Readings, 'destroy'])
        .use(api({ id: 'unreadNotification', does: 'Mark a notification as unread', ...change }))
      router
        .post('notifications/:id/archive', [notifications.Archivals, 'store'])
        .use(api({ id: 'archiveNotification', does: 'Put a notification into the archive', ...change }))
      router
        .post('notifications/:id/unarchive', [notifications.Archivals, 'destroy'])
        .use(api({ id: 'unarchiveNotification', does: 'Take a notification out of the archive', ...change }))
      router.post('notifications/:id/snooze', [notifications.Snoozes, 'store']).use(
        api({
          id: 'snoozeNotification',
          does: 'Put a notification off until a time',
          about:
            'Send `until`, or a `preset`, or `date` and `time` on the clock of the person. It comes back unread, in its place.',
          ...change,
          refuses: [SnoozeTimeError],
        })
      )
      router
        .post('notifications/:id/unsnooze', [notifications.Snoozes, 'destroy'])
        .use(api({ id: 'unsnoozeNotification', does: 'Take a snoozed notification back at once', ...change }))
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
