import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'idempotency_keys',
      `
      user_id uuid not null,
      key_hash text collate "C" not null,
      fingerprint text collate "C" not null,
      status integer not null,
      headers jsonb not null default '{}',
      body text,
      created_at timestamptz(3) not null,
      unique (tenant_id, user_id, key_hash),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `,
      { grants: 'select, insert' }
    )
    this.schema.raw('create index on idempotency_keys (created_at)')
  }
}
