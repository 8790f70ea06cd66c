import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/current'
import { byAge, pageIn } from '#app/platform/keyset_page'
import Notification from '#app/notifications/notification'
import NotificationTransformer from '#app/notifications/notification_transformer'
import { inboxValidator } from '#app/notifications/notification_validator'

const ORDERS = byAge<Notification>()

export default class NotificationsController {
  async index({ request, user, inertia, serialize }: HttpContext) {
    const { unread, sort = '-createdAt', limit = 25, after } = await request.validateUsing(inboxValidator)
    const inbox = Notification.of(user)
    if (unread) inbox.whereNull('readAt')
    const { rows, nextCursor } = await pageIn<Notification>(inbox, ORDERS, { sort, limit, after })
    const notifications = NotificationTransformer.transform(rows)
    if (Current.actor.kind === 'api') return { ...(await serialize(notifications)), meta: { nextCursor } }
    return inertia.render('notifications/notifications/index', {
      notifications,
      meta: { nextCursor },
      filters: { unread: unread ?? false },
    })
  }

  /** On a screen, opening a notification reads it and leads to what it is about. */
  async show({ params, user, response, serialize }: HttpContext) {
    const notification = await Notification.of(user).where('id', params.id).firstOrFail()
    if (Current.actor.kind === 'api') return serialize(NotificationTransformer.transform(notification))
    await notification.read()
    const { subjectType, subjectId } = notification
    if (subjectType === 'lead') return response.redirect().toRoute('leads.leads.show', { id: subjectId })
    return user.may('read', 'audit')
      ? response.redirect().toRoute('audit.entries.index', {}, { qs: { category: 'impersonation' } })
      : response.redirect().toRoute('notifications.notifications.index')
  }

  async destroy({ params, user, response }: HttpContext) {
    const notification = await Notification.of(user).where('id', params.id).firstOrFail()
    await notification.dismiss()
    return response.noContent()
  }
}
