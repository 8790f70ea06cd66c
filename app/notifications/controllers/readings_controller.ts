import type { HttpContext } from '@adonisjs/core/http'
import Notification from '#app/notifications/notification'
import { readingValidator } from '#app/notifications/notification_validator'

export default class ReadingsController {
  async store({ request, user, response }: HttpContext) {
    const { notificationId } = await request.validateUsing(readingValidator)
    await (await Notification.of(user).where('id', notificationId).firstOrFail()).read()
    return response.redirect().back()
  }
}
