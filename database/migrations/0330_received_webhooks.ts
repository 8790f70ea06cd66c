import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Webhooks of vendors: which account there is whose, what was received already, and whose records are to be read. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table vendor_connections add column account text collate "C"`)
    this.schema.raw(`create index vendor_connections_account on vendor_connections (account, vendor, family)
      where account is not null`)
    this.tenantTable(
      'received_webhooks',
      `
      vendor_connection_id uuid not null,
      key text collate "C" not null,
      received_at timestamptz(3) not null,
      unique (tenant_id, vendor_connection_id, key),
      foreign key (tenant_id, vendor_connection_id)
        references vendor_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, delete' }
    )
    this.schema.raw('create index on received_webhooks (tenant_id, vendor_connection_id, received_at desc)')
    this.schema.raw('create index on received_webhooks (received_at)')
    this.tenantTable(
      'crm_hints',
      `
      crm_connection_id uuid not null,
      external_id text collate "C" not null,
      noted_at timestamptz(3) not null,
      unique (tenant_id, crm_connection_id, external_id),
      foreign key (tenant_id, crm_connection_id) references crm_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.schema.raw('create index on crm_hints (tenant_id, crm_connection_id, noted_at, id)')
  }
}
