import { BaseTransformer } from '@adonisjs/core/transformers'
import type Notification from '#app/notifications/notification'

/** What somebody was told of a record they no longer see is not told again. */
const FORGOTTEN = 'About something that you no longer see'

export default class NotificationTransformer extends BaseTransformer<Notification> {
  constructor(
    resource: Notification,
    private seen: Set<string>
  ) {
    super(resource)
  }

  toObject() {
    const { id, kind, title, body, subjectType, subjectId, createdAt } = this.resource
    const { readAt, archivedAt, snoozedUntil, returnedAt } = this.resource
    const isTold = this.seen.has(id)
    return {
      id,
      kind,
      title: isTold ? title : FORGOTTEN,
      body: isTold ? body : null,
      subject: { type: subjectType, id: subjectId },
      isRead: readAt !== null,
      isArchived: archivedAt !== null,
      snoozedUntil: snoozedUntil?.toISO() ?? null,
      returnedAt: returnedAt?.toISO() ?? null,
      createdAt: createdAt.toISO()!,
    }
  }
}
