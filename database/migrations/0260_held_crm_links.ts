import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Which event's worker is writing a customer to the system outside; after a death it frees itself. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_links add column held_by uuid, add column held_until timestamptz(3),
      add constraint held_until_then check ((held_by is null) = (held_until is null))`)
  }
}
