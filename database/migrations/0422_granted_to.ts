import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What a custom role grants, by a function: whoever has none, as most, should not pay for planning the question. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      create function granted_to(of_tenant uuid, of_user uuid, of_role uuid) returns jsonb language plpgsql stable strict
      set search_path = public, pg_temp as $$
      begin
        return (
          with recursive below as (
            select team_id as id from team_members where tenant_id = of_tenant and user_id = of_user
            union
            select teams.id from teams join below on teams.parent_id = below.id where teams.tenant_id = of_tenant
          )
          select jsonb_build_object(
            'id', roles.id, 'name', roles.name, 'grants', roles.grants, 'fields', roles.fields,
            'teams', (select coalesce(jsonb_agg(id), '[]') from below),
            'people', (select coalesce(jsonb_agg(distinct user_id), '[]') from team_members
              where tenant_id = of_tenant and team_id in (select id from below)))
          from roles where roles.tenant_id = of_tenant and roles.id = of_role);
      end $$`)
    const signature = 'granted_to(uuid, uuid, uuid)'
    this.schema.raw(`revoke all on function ${signature} from public`)
    for (const role of [this.role('app'), this.role('system')])
      this.schema.raw(`grant execute on function ${signature} to ${role}`)
  }
}
