import { DateTime } from 'luxon'
import { Timer } from '#app/platform/timers/timers'
import Notification from '#app/notifications/notification'

type Return = { tenantId: string; notificationId: string; until: number }

export default class NotificationReturnTimer extends Timer<Return> {
  static timer = 'notification_return'
  static purpose = 'Brings a notification back that somebody has put off'

  async handle({ notificationId, until }: Return) {
    const notification = await Notification.find(notificationId)
    await notification?.comeBack(DateTime.fromMillis(until))
  }
}
