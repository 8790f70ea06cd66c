import type { Circle, RoleGrants } from '#app/access/rights'

/** A member's custom role, with the people and teams that level "team" reaches, as a column of a query for users. */
export type Granted = RoleGrants & { id: string; name: string } & Circle

export const GRANTED = `case when users.role_id is not null then (
  with recursive below as (
    select team_id as id from team_members
    where team_members.tenant_id = users.tenant_id and team_members.user_id = users.id
    union
    select teams.id from teams join below on teams.parent_id = below.id where teams.tenant_id = users.tenant_id
  )
  select jsonb_build_object(
    'id', roles.id, 'name', roles.name, 'grants', roles.grants, 'fields', roles.fields,
    'teams', (select coalesce(jsonb_agg(id), '[]') from below),
    'people', (select coalesce(jsonb_agg(distinct team_members.user_id), '[]') from team_members
      where team_members.tenant_id = users.tenant_id and team_members.team_id in (select id from below)))
  from roles where roles.tenant_id = users.tenant_id and roles.id = users.role_id
) end`
