import { defineEvent } from '#app/platform/events'

export const NotificationsRuled = defineEvent<{ kind: string; channel: string; isWanted: boolean | null }>(
  'tenant.notifications_ruled',
  { audited: true }
)
