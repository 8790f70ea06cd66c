import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import Notification from '#app/notifications/notification'
import NotificationTransformer from '#app/notifications/notification_transformer'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { snoozesIn } from '#app/notifications/snooze_time'
import { namedIn, notificationAnswer } from '#app/notifications/notification_answer'
import { stillSeen } from '#app/notifications/still_seen'
import { inboxValidator } from '#app/notifications/notification_validator'

const ORDERS = byAge<Notification>()

export default class NotificationsController {
  async index({ request, user, session, inertia, serialize }: HttpContext) {
    const {
      unread,
      box = unread ? 'unread' : 'inbox',
      sort = '-createdAt',
      limit = 25,
      after,
    } = await request.validateUsing(inboxValidator)
    const listed = Notification.in(box, user)
    const { rows, nextCursor } = await pageIn<Notification>(listed, ORDERS, { sort, limit, after })
    const notifications = NotificationTransformer.transform(rows, await stillSeen(rows, user))
    if (Current.actor.kind === 'api') return { ...(await serialize(notifications)), meta: { nextCursor } }
    const { timeZone: zone } = await NotificationRhythm.of(user)
    return inertia.render('notifications/notifications/index', {
      notifications,
      meta: { nextCursor },
      box,
      counts: {
        unread: await Notification.countIn('unread', user),
        snoozed: await Notification.countIn('snoozed', user),
      },
      snoozes: snoozesIn(zone),
      zone,
      readAllAt: session.flashMessages.get('readAllAt') as string | undefined,
    })
  }

  /** On a screen, opening a notification reads it and leads to what it is about. */
  async show(ctx: HttpContext) {
    const { user, response } = ctx
    const notification = await namedIn(ctx)
    if (Current.actor.kind === 'api') return notificationAnswer(ctx, notification)
    await notification.read()
    const { subjectType, subjectId } = notification
    if (subjectType === 'lead') return response.redirect().toRoute('leads.leads.show', { id: subjectId })
    if (subjectType === 'qr_code')
      return response.redirect().toRoute('qr_codes.qr_codes.show', { id: subjectId })
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
