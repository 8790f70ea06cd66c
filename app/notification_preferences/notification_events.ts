import { defineEvent } from '#app/platform/events/events'

type Said = { kind: string; channel: string }

export const UserUnsubscribed = defineEvent<Said>('user.unsubscribed', { audited: true })
export const UserResubscribed = defineEvent<Said>('user.resubscribed', { audited: true })
export const NotificationsRuled = defineEvent<{ kind: string; channel: string; isWanted: boolean | null }>(
  'tenant.notifications_ruled',
  { audited: true }
)
