import { defineEvent } from '#app/platform/events/events'
import type { StandardRole } from '#app/access/standard_roles'

type Roles = { role: StandardRole; roleId: string | null }

export const UserCreated = defineEvent<Roles & { invitationId: string | null }>('user.created', {
  audited: true,
})
export const UserUpdated = defineEvent<{ changed: string[]; role: StandardRole }>('user.updated', {
  audited: true,
})
export const UserRoleChanged = defineEvent<Roles & { before: Roles }>('user.role_changed', { audited: true })
export const UserDeactivated = defineEvent('user.deactivated', { audited: true })
export const UserReactivated = defineEvent('user.reactivated', { audited: true })
