import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import { LeadCreated } from '#app/leads/lead_events'
import { lookAhead } from '#app/notifications/look_ahead'
import Notification from '#app/notifications/notification'
import { NOTICED, noticeOf } from '#app/notifications/notices'
import { thoseWho } from '#app/notification_preferences/wishes'
import type { KindName } from '#app/notification_preferences/notification_kinds'
import { inCompanyWords } from '#app/notifications/notice_words'

/** Tells the people concerned, but not the one who did it. */
export default class NotificationWorker extends Worker {
  static queue = 'notifications'
  static subscribes = NOTICED

  async handle(event: RecordedEvent) {
    if (LeadCreated.is(event)) await lookAhead(event)
    const notice = await noticeOf(event)
    if (!notice) return
    const { to, ...words } = await inCompanyWords(event, notice)
    const others = to.filter(({ id }) => id !== event.actor.id)
    for (const user of await thoseWho(others, event.name as KindName, 'inbox')) {
      await Notification.tell(user, { ...words, eventId: event.id, kind: event.name })
    }
  }
}
