import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A company's way to a vendor: how it is let in, how much may be asked, and what was asked. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'vendor_connections',
      `
      family text collate "C" not null,
      vendor text collate "C" not null,
      tokens text,
      tokens_until timestamptz(3),
      scopes text[] not null default '{}',
      refreshing_until timestamptz(3),
      paces jsonb not null default '{}',
      closed_until timestamptz(3),
      failures integer not null default 0,
      openings integer not null default 0,
      retry_at timestamptz(3),
      is_probing boolean not null default false,
      asked_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      unique (tenant_id, family, vendor)
    `,
      { grants: 'select, insert, update, delete' }
    )
    this.tenantTable(
      'vendor_exchanges',
      `
      vendor_connection_id uuid not null,
      method text collate "C" not null,
      path text collate "C" not null,
      status smallint,
      failure_code text collate "C",
      duration_ms integer not null,
      made_at timestamptz(3) not null,
      foreign key (tenant_id, vendor_connection_id)
        references vendor_connections (tenant_id, id) on delete cascade
    `,
      { grants: 'select, insert, delete' }
    )
    this.schema.raw('create index on vendor_exchanges (tenant_id, vendor_connection_id, id desc)')
    this.schema.raw(`insert into vendor_connections (id, tenant_id, family, vendor, created_at, updated_at)
      select id, tenant_id, 'crm', adapter, created_at, updated_at from crm_connections`)
    this.schema.raw(`alter table crm_connections add constraint crm_connections_vendor
      foreign key (tenant_id, id) references vendor_connections (tenant_id, id) on delete cascade`)
  }
}
