import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How much of what a vendor allows is used, as it said last; and when a walk goes on that rests because of it. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(
      'alter table vendor_connections add column usage jsonb, add column usage_at timestamptz(3)'
    )
    this.schema.raw(`alter table crm_syncs
      add column rests_until timestamptz(3),
      add constraint who_rests_is_paused check (rests_until is null or state = 'paused')`)
  }
}
