import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What stands before the numbers of a series; each lead and order keeps what stood before its own. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table number_series add column prefix text not null default ''`)
    for (const table of ['leads', 'orders']) {
      this.schema.raw(`alter table ${table} add column number_prefix text not null default ''`)
    }
  }
}
