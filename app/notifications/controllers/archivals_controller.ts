import type { HttpContext } from '@adonisjs/core/http'
import { namedIn, notificationAnswer } from '#app/notifications/notification_answer'

export default class ArchivalsController {
  async store(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    await notification.archive()
    return notificationAnswer(ctx, notification)
  }

  async destroy(ctx: HttpContext) {
    const notification = await namedIn(ctx)
    await notification.unarchive()
    return notificationAnswer(ctx, notification)
  }
}
