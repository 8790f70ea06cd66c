import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Browsers that show messages while no page is open, and the keys by which push services know this installation. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'push_subscriptions',
      `
      user_id uuid not null,
      endpoint_hash text not null,
      target text not null,
      label text not null,
      reached_at timestamptz(3),
      error text,
      created_at timestamptz(3) not null,
      unique (tenant_id, endpoint_hash),
      foreign key (tenant_id, user_id) references users (tenant_id, id)
    `
    )
    this.schema.raw('create index on push_subscriptions (tenant_id, user_id, id)')
    this.systemTable(
      'installation_keys',
      `
      name text primary key,
      sealed text not null,
      created_at timestamptz(3) not null default now()
    `
    )
    this.schema.raw(`alter table deliveries drop constraint deliveries_channel_check,
      add check (channel in ('mail', 'push'))`)
    this.schema
      .raw(`alter table notification_preferences drop constraint notification_preferences_channel_check,
      add check (channel in ('inbox', 'mail', 'push'))`)
  }
}
