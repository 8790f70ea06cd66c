import { defineEvent } from '#app/platform/events'
import type { Role } from '#app/identity/user'

export const UserCreated = defineEvent<{ role: Role; invitationId: string | null }>('user.created', {
  audited: true,
})
export const UserUpdated = defineEvent<{ changed: string[]; role: Role }>('user.updated', { audited: true })
export const UserDeactivated = defineEvent('user.deactivated', { audited: true })
export const UserReactivated = defineEvent('user.reactivated', { audited: true })
