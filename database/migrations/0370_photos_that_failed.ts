import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Since when a photo has no sizes because they could not be made. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table attachments add column failed_at timestamptz')
  }
}
