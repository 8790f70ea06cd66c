import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    this.schema.raw('alter table teams add column external_id text collate "C"')
    this.schema.raw('create unique index on teams (tenant_id, external_id)')
  }
}
