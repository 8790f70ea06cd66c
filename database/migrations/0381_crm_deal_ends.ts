import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A deal that ended in the system outside: somebody chooses whether there is to be another. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_deals
      add column key uuid,
      add column apart_at timestamptz(3),
      add constraint deal_gone_or_apart check (gone_at is null or apart_at is null)`)
  }
}
