import { defineEvent } from '#app/platform/events'
import type { Role } from '#app/identity/user'

export const UserCreated = defineEvent<{ role: Role; invitationId: string | null }>('user.created')
export const UserUpdated = defineEvent<{ changed: string[]; role: Role }>('user.updated')
export const UserDeactivated = defineEvent('user.deactivated')
export const UserReactivated = defineEvent('user.reactivated')
