import { TenantSchema } from '#app/platform/database/tenant_schema'

const LED_TO = ['leads', 'orders', 'qr_codes', 'qr_assignments']

/** Two records of one customer become one: what still arrives for the other goes to the one that stayed. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`alter table customers add column merged_into uuid,
      add foreign key (tenant_id, merged_into) references customers (tenant_id, id),
      add constraint merged_is_archived check (merged_into is null or archived_at is not null),
      add constraint not_merged_into_itself check (merged_into <> id)`)
    this.schema.raw('create index on customers (tenant_id, merged_into) where merged_into is not null')
    // Whoever writes while a merger is under way waits here for its end.
    this.schema.raw(`create function follow_merged_customer() returns trigger language plpgsql
      set search_path = public, pg_temp as $$
      declare survivor uuid;
      begin
        select merged_into into survivor from customers
          where tenant_id = new.tenant_id and id = new.customer_id for key share;
        new.customer_id := coalesce(survivor, new.customer_id);
        return new;
      end $$`)
    for (const table of LED_TO)
      this.schema
        .raw(`create trigger follow_merged_customer before insert or update of customer_id on ${table}
        for each row when (new.customer_id is not null) execute function follow_merged_customer()`)
  }
}
