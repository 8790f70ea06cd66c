import { TenantSchema } from '#app/platform/database/tenant_schema'

/** How many turns a company has where another has one, when all of them want more than there is. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table tenants add column turn_weight smallint not null default 1
      check (turn_weight between 1 and 10)`)
    // The relay takes from each company in turn.
    this.schema.raw('create index outbox_in_turn on outbox (tenant_id, seq)')
  }
}
