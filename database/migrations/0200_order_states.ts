import { TenantSchema } from '#app/platform/database/tenant_schema'

/** What is done or called off stays so, whoever asks. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      create function guard_order_status() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
      begin
        raise exception 'what is % does not become %', old.status, new.status using errcode = 'check_violation';
      end $$`)
    this.schema.raw(`create trigger guard_status before update of status on orders for each row
      when (old.status <> new.status and old.status <> 'scheduled') execute function guard_order_status()`)
    this.schema.raw(`create trigger guard_status before update of status on visits for each row
      when (old.status <> new.status and old.status <> 'planned') execute function guard_order_status()`)
  }
}
