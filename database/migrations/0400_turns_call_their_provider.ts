import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A turn calls the dispatchers of its provider and no others, which would look for nothing. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create or replace function call_dispatchers() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
      begin
        perform pg_notify('turns', provider) from (select distinct provider from asked) one;
        return null;
      end $$`)
    this.schema.raw(`create or replace trigger call_dispatchers after insert on turns
      referencing new table as asked for each statement execute function call_dispatchers()`)
  }
}
