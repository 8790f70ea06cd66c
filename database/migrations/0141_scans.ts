import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How often codes are scanned. What grows is a row a day for each batch, not one for each scan. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table qr_codes
      add column scans integer not null default 0,
      add column first_scanned_at timestamptz(3),
      add column last_scanned_at timestamptz(3)`)
    this.schema.raw(`create index qr_codes_unscanned on qr_codes (tenant_id, assigned_at, id)
      where state = 'assigned' and first_scanned_at is null`)
    // Who came today, by a mark that is forgotten soon: only this tells a second look from a second person.
    this.schema.raw(`create table qr_visits (
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid references tenants (id),
      qr_code_id uuid not null,
      day date not null,
      visitor bytea not null,
      scans integer not null default 1,
      counted_at timestamptz(3) not null,
      primary key (tenant_id, qr_code_id, day, visitor),
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id)
    )`)
    this.wall('qr_visits', { grants: 'select, insert, update' })
    this.tenantTable(
      'qr_scan_days',
      `
      day date not null,
      qr_batch_id uuid not null,
      lead_flow_id uuid,
      bound_by uuid,
      scans integer not null,
      visitors integer not null,
      leads integer not null,
      unique nulls not distinct (tenant_id, day, qr_batch_id, lead_flow_id, bound_by),
      foreign key (tenant_id, qr_batch_id) references qr_batches (tenant_id, id),
      foreign key (tenant_id, lead_flow_id) references lead_flows (tenant_id, id),
      foreign key (tenant_id, bound_by) references users (tenant_id, id)
    `,
      { grants: 'select, insert, update' }
    )
    this.schema.raw('create index on qr_scan_days (tenant_id, qr_batch_id, day)')
    this.schema.raw('create index on qr_assignments (tenant_id, assigned_at desc)')
  }
}
