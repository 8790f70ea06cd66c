import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/keyset_page'
import Notification from '#app/notifications/notification'
import NotificationTransformer from '#app/notifications/notification_transformer'
import { inboxValidator } from '#app/notifications/notification_validator'

export default class NotificationsController {
  async index({ request, user, inertia }: HttpContext) {
    const { unread, after } = await request.validateUsing(inboxValidator)
    const inbox = Notification.of(user)
    if (unread) inbox.whereNull('readAt')
    const { rows, nextCursor } = await newestFirst(inbox, after)
    return inertia.render('notifications/notifications/index', {
      notifications: NotificationTransformer.transform(rows),
      meta: { nextCursor },
      filters: { unread: unread ?? false },
    })
  }

  /** Opening a notification reads it and leads to what it is about. */
  async show({ params, user, response }: HttpContext) {
    const notification = await Notification.of(user).where('id', params.id).firstOrFail()
    await notification.read()
    return response.redirect().toRoute('leads.leads.show', { id: notification.subjectId })
  }
}
