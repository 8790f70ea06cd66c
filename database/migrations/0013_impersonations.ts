import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table tenants
      add column support_access text not null default 'always' check (support_access in ('always', 'on_request')),
      add column support_allowed_until timestamptz(3)`)

    this.tenantTable(
      'impersonations',
      `
      user_id uuid not null,
      super_user_id uuid not null references identities (id),
      super_user_name text not null,
      session_hash text collate "C" not null,
      reason text not null check (length(reason) between 10 and 500),
      ends_at timestamptz(3) not null,
      ended_at timestamptz(3),
      end_cause text check (end_cause in
        ('super_user', 'time', 'sign_out', 'company', 'member_gone', 'company_closed', 'power_lost')),
      created_at timestamptz(3) not null,
      foreign key (tenant_id, user_id) references users (tenant_id, id),
      check ((ended_at is null) = (end_cause is null))
    `,
      { grants: 'select, insert, update' }
    )
    this.schema.raw('create index on impersonations (tenant_id, id desc)')
    // A super user stands in for one person at a time, in whichever company.
    this.schema.raw(
      'create unique index impersonations_open on impersonations (super_user_id) where ended_at is null'
    )
  }
}
