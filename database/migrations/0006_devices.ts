import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Where a person is or was signed in: a browser, known by the cookie it keeps. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'devices',
      `
      id uuid primary key,
      identity_id uuid not null references identities (id) on delete cascade,
      key_hash text collate "C" not null,
      browser text not null,
      system text not null,
      ip text not null,
      is_remembered boolean not null default false,
      last_seen_at timestamptz(3) not null,
      created_at timestamptz(3) not null,
      unique (identity_id, key_hash)
    `
    )
    this.schema.raw('create index on devices (identity_id, id desc)')
    this.schema.raw(
      'alter table sessions add column device_id uuid references devices (id) on delete cascade'
    )
    this.schema.raw('create index on sessions (device_id)')
  }
}
