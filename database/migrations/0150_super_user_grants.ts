import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Who may open the console: given by whom, and until when. */
export default class extends TenantSchema {
  async up() {
    this.systemTable(
      'super_user_grants',
      `
      id uuid primary key,
      identity_id uuid not null references identities on delete cascade,
      granted_by text not null,
      created_at timestamptz(3) not null,
      revoked_by text,
      revoked_at timestamptz(3),
      check ((revoked_at is null) = (revoked_by is null))
    `
    )
    this.schema.raw('create unique index on super_user_grants (identity_id) where revoked_at is null')
    this.schema.raw('create index on super_user_grants (id desc) where revoked_at is null')
    this.schema.raw('create index on super_user_grants (id desc) where revoked_at is not null')
    this.schema.raw(`
      insert into super_user_grants (id, identity_id, granted_by, created_at)
      select id, id, 'the installation', created_at from identities where is_super_user`)
  }
}
