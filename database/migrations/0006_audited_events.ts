import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table events
      add column audited boolean not null default false,
      add column ip text collate "C",
      add column user_agent text,
      add column impersonation_id uuid`)
    this.schema.raw('create index on events (tenant_id, id desc) where audited')
    this.schema.raw('create index on events (tenant_id, actor_id, id desc) where audited')
    this.schema.raw('create index on events (tenant_id, ip, id desc) where ip is not null')
    this.schema.raw(
      'create index on events (tenant_id, impersonation_id, id desc) where impersonation_id is not null'
    )
    this.schema.raw(`create index events_of_super_users on events (id desc)
      where actor_kind = 'super_user' or impersonation_id is not null`)
  }
}
