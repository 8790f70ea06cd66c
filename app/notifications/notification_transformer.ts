import { BaseTransformer } from '@adonisjs/core/transformers'
import type Notification from '#app/notifications/notification'

export default class NotificationTransformer extends BaseTransformer<Notification> {
  toObject() {
    const { id, kind, title, body, subjectType, subjectId, readAt, createdAt } = this.resource
    return {
      id,
      kind,
      title,
      body,
      subject: { type: subjectType, id: subjectId },
      isRead: readAt !== null,
      createdAt: createdAt.toISO()!,
    }
  }
}
