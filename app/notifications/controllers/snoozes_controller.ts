import type { HttpContext } from '@adonisjs/core/http'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { snoozeTime } from '#app/notifications/snooze_time'
import { snoozeValidator } from '#app/notifications/notification_validator'
import { namedIn, notificationAnswer } from '#app/notifications/notification_answer'

export default class SnoozesController {
  async store(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    const wish = await ctx.request.validateUsing(snoozeValidator)
    const { timeZone } = await NotificationRhythm.of(ctx.user)
    await notification.snooze(snoozeTime(wish, timeZone))
    return notificationAnswer(ctx, notification)
  }

  async destroy(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    await notification.wake()
    return notificationAnswer(ctx, notification)
  }
}
