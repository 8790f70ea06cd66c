import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A visit that was said to be done by mistake is planned again, as long as its order is open. Nothing else comes back. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      create function guard_visit_status() returns trigger language plpgsql
      set search_path = pg_catalog, public, pg_temp as $$
      begin
        if old.status = 'done' and new.status = 'planned' and exists (
          select 1 from orders
          where orders.tenant_id = new.tenant_id and orders.id = new.order_id and orders.status = 'scheduled'
        ) then
          return new;
        end if;
        raise exception 'what is % does not become %', old.status, new.status using errcode = 'check_violation';
      end $$`)
    this.schema.raw('drop trigger guard_status on visits')
    this.schema.raw(`create trigger guard_status before update of status on visits for each row
      when (old.status <> new.status and old.status <> 'planned') execute function guard_visit_status()`)
  }
}
