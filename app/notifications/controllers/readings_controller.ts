import type { HttpContext } from '@adonisjs/core/http'
import { namedIn, notificationAnswer } from '#app/notifications/notification_answer'

export default class ReadingsController {
  async store(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    await notification.read()
    return notificationAnswer(ctx, notification)
  }

  async destroy(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    await notification.unread()
    return notificationAnswer(ctx, notification)
  }
}
