import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Addresses that logins had before: an invitation to one of them is still for that person, once they show who they are. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'former_emails',
      `
      id uuid primary key,
      identity_id uuid not null references identities (id) on delete cascade,
      email text collate "C" not null check (email = lower(email)),
      created_at timestamptz(3) not null,
      unique (email, identity_id)
    `
    )
    this.schema.raw('create index on former_emails (identity_id)')
  }
}
