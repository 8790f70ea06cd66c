import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What requests become in the system outside: deals, or leads. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table crm_connections
      add column deal_kind text collate "C" not null default 'deal' check (deal_kind in ('deal', 'lead'))`)
  }
}
