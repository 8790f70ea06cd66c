import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Which of our fields is which of theirs, who changes it, and what both had last; how far what changed there is known. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'crm_field_mappings',
      `
      crm_connection_id uuid not null,
      ours text collate "C" not null,
      theirs text collate "C",
      direction text collate "C" not null check (direction in ('out', 'in', 'both', 'none')),
      owner text collate "C" not null default 'ours' check (owner in ('ours', 'theirs', 'newest')),
      choices jsonb not null default '[]',
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, ours),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.tenantTable(
      'crm_conflicts',
      `
      crm_connection_id uuid not null,
      customer_id uuid not null,
      field text collate "C" not null,
      ours text,
      theirs text,
      kept text collate "C" not null check (kept in ('ours', 'theirs')),
      resolved_by uuid,
      resolved_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade,
      foreign key (tenant_id, customer_id) references customers (tenant_id, id),
      foreign key (tenant_id, resolved_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_conflicts (tenant_id, crm_connection_id, id desc)')
    this.schema.raw('create index on crm_conflicts (tenant_id, customer_id)')
    this.schema.raw('create index on crm_conflicts (tenant_id, resolved_by)')
    this.schema.raw(
      `create unique index crm_conflicts_open on crm_conflicts (tenant_id, crm_connection_id, customer_id, field)
        where resolved_at is null`
    )
    this.schema.raw(`alter table crm_links add column last_values jsonb not null default '{}'`)
    this.schema.raw(
      'alter table crm_connections add column feed_cursor text, add column read_at timestamptz(3), add column missed_after uuid'
    )
  }
}
