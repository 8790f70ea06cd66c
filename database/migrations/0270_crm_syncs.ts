import { TenantSchema } from '#app/platform/database/tenant_schema'

/** All customers on their way to a system outside: told beforehand, or written; and what became of each. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'crm_syncs',
      `
      crm_connection_id uuid not null,
      purpose text collate "C" not null check (purpose in ('preview', 'write')),
      state text collate "C" not null default 'running' check (state in ('running', 'paused', 'done', 'stopped')),
      step integer not null default 0,
      after_id uuid,
      total integer not null,
      started_by uuid not null,
      held_until timestamptz(3),
      ended_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      check ((ended_at is not null) = (state in ('done', 'stopped'))),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade,
      foreign key (tenant_id, started_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_syncs (tenant_id, crm_connection_id, id desc)')
    this.schema.raw('create index on crm_syncs (tenant_id, started_by)')
    this.schema.raw(
      'create unique index crm_syncs_one_at_a_time on crm_syncs (tenant_id) where ended_at is null'
    )
    this.tenantTable(
      'crm_sync_rows',
      `
      crm_sync_id uuid not null,
      customer_id uuid not null,
      outcome text collate "C" not null check (outcome in ('create', 'link', 'update', 'same', 'duplicate', 'refuse')),
      detail text,
      unique (tenant_id, crm_sync_id, customer_id),
      foreign key (tenant_id, crm_sync_id) references crm_syncs (tenant_id, id) on delete cascade,
      foreign key (tenant_id, customer_id) references customers (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_sync_rows (tenant_id, crm_sync_id, outcome, id)')
    this.schema.raw('create index on crm_sync_rows (tenant_id, customer_id)')
  }
}
