import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Notification from '#app/notifications/notification'
import { stillSeen } from '#app/notifications/still_seen'
import NotificationTransformer from '#app/notifications/notification_transformer'

/** The one that the address names, if it is theirs. */
export const namedIn = ({ params, user }: HttpContext) =>
  Notification.of(user).where('id', params.id).firstOrFail()

export async function notificationAnswer(ctx: HttpContext, notification: Notification) {
  const { user, serialize, response } = ctx
  return Current.actor.kind === 'api'
    ? serialize(NotificationTransformer.transform(notification, await stillSeen([notification], user)))
    : response.redirect().back()
}
