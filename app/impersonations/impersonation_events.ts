import { defineEvent } from '#app/platform/events/events'
import type { EndCause } from '#app/impersonations/impersonation'

export const ImpersonationStarted = defineEvent<{ userId: string; reason: string; endsAt: string }>(
  'impersonation.started',
  { audited: true }
)
export const ImpersonationEnded = defineEvent<{ userId: string; superUser: string; cause: EndCause }>(
  'impersonation.ended',
  { audited: true }
)
