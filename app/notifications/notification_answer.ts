import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/current'
import Notification from '#app/notifications/notification'
import NotificationTransformer from '#app/notifications/notification_transformer'

/** The one that the address names, if it is theirs. */
export const namedIn = ({ params, user }: HttpContext) =>
  Notification.of(user).where('id', params.id).firstOrFail()

export function notificationAnswer({ serialize, response }: HttpContext, notification: Notification) {
  return Current.actor.kind === 'api'
    ? serialize(NotificationTransformer.transform(notification))
    : response.redirect().back()
}
