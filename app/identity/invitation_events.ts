import { defineEvent } from '#app/platform/events/events'
import type { StandardRole } from '#app/access/standard_roles'

export const InvitationCreated = defineEvent<{ role: StandardRole; roleId: string | null }>(
  'invitation.created',
  { audited: true }
)
export const InvitationResent = defineEvent<{ role: StandardRole }>('invitation.resent', { audited: true })
export const InvitationRevoked = defineEvent('invitation.revoked', { audited: true })
export const InvitationAccepted = defineEvent<{ userId: string }>('invitation.accepted', { audited: true })
export const InvitationLinkRevealed = defineEvent('invitation.link_revealed', { audited: true })
