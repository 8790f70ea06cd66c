import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function notificationPreferenceRoutes() {
  const { notificationPreferences: preferences } = controllers

  router
    .group(() => {
      router.get('notifications/preferences', [preferences.Preferences, 'edit'])
      router.put('notifications/preferences', [preferences.Preferences, 'update'])
      router.delete('notifications/preferences', [preferences.Preferences, 'destroy'])
      router.put('notifications/rhythm', [preferences.Rhythms, 'update'])
      router.get('settings/notifications', [preferences.Rules, 'edit'])
      router.put('settings/notifications', [preferences.Rules, 'update'])
    })
    .as('notification_preferences')
    .use(middleware.tenant())

  router
    .group(() => {
      router.get('u/:token', [preferences.Unsubscriptions, 'create'])
      router.post('u/:token', [preferences.Unsubscriptions, 'store'])
      router.post('u/:token/subscription', [preferences.Subscriptions, 'store'])
    })
    .as('notification_preferences')
    .use([middleware.publicPage(), middleware.unsubscribeLink()])

  const { api } = middleware
  router
    .group(() => {
      router.get('notification_preferences', [preferences.Preferences, 'index']).use(
        api({
          id: 'listNotificationPreferences',
          does: 'List what you are told of, and by which way',
          scope: 'notifications:read',
        })
      )
      router.put('notification_preferences', [preferences.Preferences, 'update']).use(
        api({
          id: 'setNotificationPreference',
          does: 'Say whether you want to hear of something by one way',
          about: 'Null leaves it to the company again. What bears on safety cannot be chosen.',
          scope: 'notifications:write',
        })
      )
      router.delete('notification_preferences', [preferences.Preferences, 'destroy']).use(
        api({
          id: 'resetNotificationPreferences',
          does: 'Leave everything you are told of to the company again',
          scope: 'notifications:write',
          status: 204,
        })
      )
      router.get('notification_rhythm', [preferences.Rhythms, 'show']).use(
        api({
          id: 'getNotificationRhythm',
          does: 'Read when you may be disturbed, and how often',
          scope: 'notifications:read',
        })
      )
      router.put('notification_rhythm', [preferences.Rhythms, 'update']).use(
        api({
          id: 'setNotificationRhythm',
          does: 'Say when you may be disturbed, and how often',
          about:
            '`week` has seven days from Monday on, each with the hours in which messages may come, or null for none; null in its place: at any time. Times are of `timeZone`.',
          scope: 'notifications:write',
        })
      )
    })
    .prefix('api')
    .as('api.notification_preferences')
}
