import type { HttpContext } from '@adonisjs/core/http'
import Notification from '#app/notifications/notification'

export default class InboxReadingsController {
  async store({ user, response }: HttpContext) {
    await Notification.readAllOf(user)
    return response.redirect().back()
  }
}
