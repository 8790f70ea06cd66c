import { defineEvent } from '#app/platform/events'
import type { Role } from '#app/identity/user'

export const InvitationCreated = defineEvent<{ role: Role }>('invitation.created')
export const InvitationResent = defineEvent<{ role: Role }>('invitation.resent')
export const InvitationRevoked = defineEvent('invitation.revoked')
export const InvitationAccepted = defineEvent<{ userId: string }>('invitation.accepted')
export const InvitationLinkRevealed = defineEvent('invitation.link_revealed')
