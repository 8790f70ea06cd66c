import { TenantSchema } from '#app/platform/database/tenant_schema'

const OWN = `name = 'timers' and job.data ->> 'tenantId' = current_setting('app.tenant_id')`

/**
 * What is set once more under its key, for the same moment and with the same data, stays as it is: the row is held until the
 * unit ends, so that it does not run before what was written with it can be seen.
 */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      create or replace function schedule_timer(timer text, data jsonb, due timestamptz, key text default null)
      returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if key is not null then
          perform from pgboss.job_common job where ${OWN} and singleton_key = key and state = 'created'
            and job.data ->> 'timer' = timer and start_after = due
            and (job.data -> 'data') - 'trace' = schedule_timer.data - 'trace' for share;
          if found then return; end if;
          delete from pgboss.job where ${OWN} and singleton_key = key and state < 'active' and job.data ->> 'timer' = timer;
        end if;
        perform public.set_timer(gen_random_uuid(), timer, schedule_timer.data, due,
          current_setting('app.tenant_id')::uuid, key, null);
      end $$`)
  }
}
