import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Mailed to somebody who has no password and no second factor to show again. The id is known to their session only. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'confirmation_codes',
      `
      id uuid primary key,
      identity_id uuid not null references identities (id) on delete cascade,
      code_hash text collate "C" not null,
      tries integer not null default 0,
      used_at timestamptz(3),
      expires_at timestamptz(3) not null,
      created_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on confirmation_codes (identity_id)')
    this.schema.raw('create index on confirmation_codes (expires_at)')
  }
}
