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
}
