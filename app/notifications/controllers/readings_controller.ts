import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/current'
import Notification from '#app/notifications/notification'
import NotificationTransformer from '#app/notifications/notification_transformer'

export default class ReadingsController {
  async store({ params, user, response, serialize }: HttpContext) {
    const notification = await Notification.of(user).where('id', params.id).firstOrFail()
    await notification.read()
    return Current.actor.kind === 'api'
      ? serialize(NotificationTransformer.transform(notification))
      : response.redirect().back()
  }
}
