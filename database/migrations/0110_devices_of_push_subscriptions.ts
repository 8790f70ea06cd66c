import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Messages end with the sign-in: a device that is forgotten takes them along. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(
      'alter table push_subscriptions add column device_id uuid references devices (id) on delete cascade'
    )
    this.schema.raw('create index on push_subscriptions (device_id)')
    this.schema.raw('create index on push_subscriptions (endpoint_hash)')
  }
}
