import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How often one code was scanned on each day, by the company's clock: kept for as long as the code is. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create table qr_code_days (
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid references tenants (id),
      qr_code_id uuid not null,
      day date not null,
      scans integer not null,
      visitors integer not null,
      primary key (tenant_id, qr_code_id, day),
      foreign key (tenant_id, qr_code_id) references qr_codes (tenant_id, id)
    )`)
    this.wall('qr_code_days', { grants: 'select, insert, update' })
    // Of the days before nothing but the sum is known any more.
    this.schema.raw(`insert into qr_code_days (tenant_id, qr_code_id, day, scans, visitors)
      select tenant_id, qr_code_id, day, sum(scans), count(*) from qr_visits group by 1, 2, 3`)
  }
}
