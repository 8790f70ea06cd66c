import { TenantSchema } from '#app/platform/database/tenant_schema'

export default class extends TenantSchema {
  async up() {
    // `{ field: [before, after] }` of the event's subject. Beside `data`, since it never travels to workers.
    this.schema.raw('alter table events add column changes jsonb')
  }
}
