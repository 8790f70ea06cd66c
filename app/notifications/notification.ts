import { DateTime } from 'luxon'
import { NotificationSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { timers } from '#app/platform/timers/timers'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'

type Notice = {
  eventId: string
  kind: string
  title: string
  body?: string | null
  subject: { type: string; id: string }
}

/** Where a person finds what they were told; all that is neither snoozed nor archived is in the inbox. */
export const BOXES = ['inbox', 'unread', 'snoozed', 'archived'] as const
export type Box = (typeof BOXES)[number]

export const inboxChannel = (tenantId: string, userId: string) => `companies/${tenantId}/users/${userId}`

/** Something that one user should know. */
export default class Notification extends NotificationSchema {
  static isWrittenAtEnd = true

  static async tell(user: User, { subject, body = null, ...notice }: Notice) {
    await this.create({ ...notice, body, userId: user.id, subjectType: subject.type, subjectId: subject.id })
    await live.tell(inboxChannel(Current.tenantId, user.id), { kind: notice.kind })
  }

  static of(user: User) {
    return this.query().where('userId', user.id)
  }

  static in(box: Box, user: User) {
    if (box === 'archived') return this.of(user).whereNotNull('archivedAt')
    if (box === 'snoozed') return this.of(user).whereNotNull('snoozedUntil')
    const inbox = this.of(user).whereNull('archivedAt').whereNull('snoozedUntil')
    return box === 'unread' ? inbox.whereNull('readAt') : inbox
  }

  /** Counted no further than 100. */
  static async countIn(box: Box, user: User) {
    const some = await this.in(box, user).select('id').limit(100)
    return some.length
  }

  static unreadOf(user: User) {
    return this.countIn('unread', user)
  }

  /** Gives the moment by which `unreadAllOf` finds them again. */
  static async readAllOf(user: User) {
    const readAt = DateTime.utc()
    await this.in('unread', user).update({ readAt: readAt.toISO() })
    await live.tell(inboxChannel(Current.tenantId, user.id))
    return readAt
  }

  static async unreadAllOf(user: User, readAt: DateTime) {
    await this.in('inbox', user).where('readAt', readAt.toUTC().toISO()!).update({ readAt: null })
    await live.tell(inboxChannel(Current.tenantId, user.id))
  }

  /** Takes it out of the inbox for good; what it was about stays. */
  async dismiss() {
    await this.delete()
    await this.#tell()
  }

  async read() {
    if (!Current.isImpersonated) await this.#become(() => (this.readAt ??= DateTime.utc()))
  }

  async unread() {
    await this.#become(() => (this.readAt = null))
  }

  async archive() {
    await this.#become(() => {
      this.archivedAt ??= DateTime.utc()
      this.snoozedUntil = null
    })
  }

  /** Back to where it was, in the order of time and as read as it was. */
  async unarchive() {
    await this.#become(() => (this.archivedAt = null))
  }

  async snooze(until: DateTime) {
    await this.#become(() => {
      this.snoozedUntil = until.toUTC()
      this.archivedAt = null
      this.returnedAt = null
    })
    const due = { tenantId: this.tenantId, notificationId: this.id, until: until.toMillis() }
    await timers.schedule('notification_return', due, { startAfter: until })
  }

  /** The snooze is taken back, and nothing of it stays. */
  async wake() {
    await this.#become(() => (this.snoozedUntil = null))
  }

  /** Its time has come: unread, in its place, with the mark that it is back; unless it was taken back or put off again. */
  async comeBack(until: DateTime) {
    await this.#become(() => {
      if (this.snoozedUntil?.toMillis() !== until.toMillis()) return
      this.returnedAt = until.toUTC()
      this.snoozedUntil = null
      this.readAt = null
    })
  }

  async #become(change: () => void) {
    await lockRow(this)
    change()
    if (!this.$isDirty) return
    await this.save()
    await this.#tell()
  }

  #tell() {
    return live.tell(inboxChannel(this.tenantId, this.userId))
  }
}
