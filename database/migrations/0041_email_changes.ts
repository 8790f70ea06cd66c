import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A new address for a login, until both the old and the new one have agreed. One at a time for each person. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'email_changes',
      `
      id uuid primary key,
      identity_id uuid not null unique references identities (id) on delete cascade,
      device_id uuid references devices (id) on delete set null,
      new_email text collate "C" not null check (new_email = lower(new_email)),
      approved_at timestamptz(3),
      proved_at timestamptz(3),
      expires_at timestamptz(3) not null,
      created_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on email_changes (device_id)')
    this.schema.raw('create index on email_changes (expires_at)')
  }
}
