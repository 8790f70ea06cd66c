import type { Circle, RoleGrants } from '#app/access/rights'

/** A member's custom role, with the people and teams that level "team" reaches, as a column of a query for users. */
export type Granted = RoleGrants & { id: string; name: string } & Circle

export const GRANTED = 'granted_to(users.tenant_id, users.id, users.role_id)'
