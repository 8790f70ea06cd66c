import { TenantSchema } from '#app/platform/database/tenant_schema'

/** Dispatchers of a release before this one do not know what calls them, and look by themselves once a second. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`create or replace function call_dispatchers() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
      begin
        perform pg_notify('turns', concat_ws(' ', provider, tenant_id))
          from (select distinct provider, tenant_id from asked) one;
        return null;
      end $$`)
  }
}
