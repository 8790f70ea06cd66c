import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table identities
      add column two_factor_at timestamptz(3),
      add column accepts_sign_in_links boolean not null default true`)
    this.schema.raw('alter table tenants add column requires_two_factor boolean not null default false')
    this.systemTable(
      'two_factors',
      `
      id uuid primary key,
      identity_id uuid not null unique references identities (id) on delete cascade,
      secret text not null,
      last_step bigint not null,
      created_at timestamptz(3) not null
    `
    )
    this.systemTable(
      'recovery_codes',
      `
      id uuid primary key,
      identity_id uuid not null references identities (id) on delete cascade,
      code_hash text collate "C" not null,
      used_at timestamptz(3),
      created_at timestamptz(3) not null,
      unique (identity_id, code_hash)
    `
    )
  }
}
