import { defineEvent } from '#app/platform/events/events'
import type { FieldGrants } from '#app/access/rights'
import type { Grants, StandardRole } from '#app/access/standard_roles'

type Given = { name: string; grants: Grants; fields: FieldGrants }

export const RoleCreated = defineEvent<Given & { basedOn: StandardRole }>('role.created', { audited: true })
export const RoleUpdated = defineEvent<Given & { basedOn: StandardRole; before: Given }>('role.updated', {
  audited: true,
})
export const RoleDeleted = defineEvent<Given & { basedOn: StandardRole }>('role.deleted', { audited: true })
