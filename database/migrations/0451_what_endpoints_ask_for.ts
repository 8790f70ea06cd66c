import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Since when an endpoint asks for the events that it does: null where that has not changed since it was made. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table webhook_endpoints add column hears_since timestamptz(3)')
  }
}
