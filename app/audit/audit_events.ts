import { defineEvent } from '#app/platform/events/events'

export const AuditExported = defineEvent<{ format: string; filters: Record<string, string | boolean> }>(
  'audit.exported',
  { audited: true }
)
