import { TenantSchema } from '#app/platform/database/tenant_schema'

/** The key, read backwards, is the same order. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('drop index deliveries_tenant_id_id_idx')
  }
}
