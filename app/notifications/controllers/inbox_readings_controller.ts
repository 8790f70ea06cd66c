import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Notification from '#app/notifications/notification'
import { readingUndoValidator } from '#app/notifications/notification_validator'

export default class InboxReadingsController {
  async store({ user, response, session }: HttpContext) {
    const readAt = await Notification.readAllOf(user)
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('readAllAt', readAt.toISO()!)
    return response.redirect().back()
  }

  async destroy({ request, user, response }: HttpContext) {
    const { readAt } = await request.validateUsing(readingUndoValidator)
    await Notification.unreadAllOf(user, DateTime.fromISO(readAt))
    return response.redirect().back()
  }
}
