import { TenantSchema } from '#app/platform/database/tenant_schema'

/** The system outside in which a company keeps its customers too, and which record there is whose. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'crm_connections',
      `
      adapter text collate "C" not null,
      settings text not null,
      state text not null default 'working' check (state in ('working', 'needs_reconnect')),
      connected_by uuid,
      last_success_at timestamptz(3),
      last_failure text,
      last_failure_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id),
      foreign key (tenant_id, connected_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.tenantTable(
      'crm_links',
      `
      crm_connection_id uuid not null,
      customer_id uuid not null,
      external_id text collate "C",
      as_of timestamptz(3),
      failure text,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, customer_id),
      unique (tenant_id, crm_connection_id, external_id),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade,
      foreign key (tenant_id, customer_id) references customers (tenant_id, id)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_links (tenant_id, customer_id)')
    this.schema.raw(
      'create index crm_links_failed on crm_links (tenant_id, crm_connection_id, id desc) where failure is not null'
    )
  }
}
