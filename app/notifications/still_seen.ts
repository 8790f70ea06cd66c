import Lead from '#app/leads/lead'
import type User from '#app/identity/user'
import type Notification from '#app/notifications/notification'

const OF_MESSAGES = ['message.created', 'conversation.assigned']

/** The ids of those whose record the reader may still see: rights change after somebody was told. */
export async function stillSeen(notifications: Notification[], reader: User) {
  const aboutLeads = notifications.filter(({ subjectType }) => subjectType === 'lead')
  const ids = aboutLeads.map(({ subjectId }) => subjectId)
  const leads = await Lead.seenOf(ids, reader)
  const talks = await Lead.seenOf(ids, reader, 'messages')
  const isSeen = ({ kind, subjectType, subjectId }: Notification) =>
    subjectType !== 'lead' || (OF_MESSAGES.includes(kind) ? talks : leads).has(subjectId)
  return new Set(notifications.filter(isSeen).map(({ id }) => id))
}
