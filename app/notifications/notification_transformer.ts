import { BaseTransformer } from '@adonisjs/core/transformers'
import type Notification from '#app/notifications/notification'

export default class NotificationTransformer extends BaseTransformer<Notification> {
  toObject() {
    const { id, kind, title, body, subjectType, subjectId, createdAt } = this.resource
    const { readAt, archivedAt, snoozedUntil, returnedAt } = this.resource
    return {
      id,
      kind,
      title,
      body,
      subject: { type: subjectType, id: subjectId },
      isRead: readAt !== null,
      isArchived: archivedAt !== null,
      snoozedUntil: snoozedUntil?.toISO() ?? null,
      returnedAt: returnedAt?.toISO() ?? null,
      createdAt: createdAt.toISO()!,
    }
  }
}
