import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Addresses that are not written to any more, and the reports of the mail provider that were taken in. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'blocked_addresses',
      `
      address text collate "C" not null,
      recipient_kind text not null check (recipient_kind in ('user', 'customer', 'invitation')),
      reason text not null check (reason in ('bounced', 'complained')),
      detail text,
      delivery_id uuid not null,
      blocked_at timestamptz(3) not null,
      cleared_at timestamptz(3),
      foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id)
    `,
      { grants: 'select, insert, update' }
    )
    this.schema.raw(
      'create unique index blocked_addresses_in_force on blocked_addresses (tenant_id, address) where cleared_at is null'
    )
    this.schema.raw('create index on blocked_addresses (tenant_id, id desc) where cleared_at is null')
    this.schema.raw('create index on blocked_addresses (tenant_id, delivery_id)')
    this.schema.raw('create index on deliveries (provider_id) where provider_id is not null')
    this.systemTable(
      'mail_reports',
      `
      id text primary key,
      taken_at timestamptz(3) not null
    `
    )
    this.schema.raw('create index on mail_reports (taken_at)')
  }
}
