import { DateTime } from 'luxon'
import { NotificationSchema } from '#database/schema'
import { live } from '#app/platform/live'
import { Current } from '#app/platform/current'
import type User from '#app/identity/user'

type Notice = {
  eventId: string
  kind: string
  title: string
  body?: string | null
  subject: { type: string; id: string }
}

export const inboxChannel = (tenantId: string, userId: string) => `companies/${tenantId}/users/${userId}`

/** Something that one user should know. */
export default class Notification extends NotificationSchema {
  static async tell(user: User, { subject, body = null, ...notice }: Notice) {
    await this.create({ ...notice, body, userId: user.id, subjectType: subject.type, subjectId: subject.id })
    await live.tell(inboxChannel(Current.tenantId, user.id), { kind: notice.kind })
  }

  static of(user: User) {
    return this.query().where('userId', user.id)
  }

  static async unreadOf(user: User) {
    const unread = await this.of(user).whereNull('readAt').select('id').limit(100)
    return unread.length
  }

  static async readAllOf(user: User) {
    if (Current.isImpersonated) return
    await this.of(user).whereNull('readAt').update({ readAt: DateTime.utc().toISO() })
    await live.tell(inboxChannel(Current.tenantId, user.id))
  }

  /** Takes it out of the inbox; what it was about stays. */
  async dismiss() {
    await this.delete()
    await live.tell(inboxChannel(this.tenantId, this.userId))
  }

  async read() {
    if (this.readAt || Current.isImpersonated) return
    this.readAt = DateTime.utc()
    await this.save()
    await live.tell(inboxChannel(this.tenantId, this.userId))
  }
}
