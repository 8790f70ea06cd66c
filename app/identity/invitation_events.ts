import { defineEvent } from '#app/platform/events'
import type { Role } from '#app/identity/user'

export const InvitationCreated = defineEvent<{ role: Role }>('invitation.created', { audited: true })
export const InvitationResent = defineEvent<{ role: Role }>('invitation.resent', { audited: true })
export const InvitationRevoked = defineEvent('invitation.revoked', { audited: true })
export const InvitationAccepted = defineEvent<{ userId: string }>('invitation.accepted', { audited: true })
export const InvitationLinkRevealed = defineEvent('invitation.link_revealed', { audited: true })
