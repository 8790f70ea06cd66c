import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create index qr_codes_stock on qr_codes (tenant_id, id) where state = 'blank'`)
  }
}
