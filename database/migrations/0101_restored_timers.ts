import { TenantSchema } from '#app/platform/database/tenant_schema'

/** A timer whose key was given to another meanwhile does not come back beside it. */
export default class extends TenantSchema {
  async up() {
    this.schema.raw(`
      create or replace function restore_timer(wanted uuid) returns table (id uuid, timer text, data jsonb, schedule_id uuid,
        due timestamptz, next_at timestamptz, state text, retry_count int, completed_on timestamptz, is_skipped boolean)
      language sql security definer set search_path = pg_catalog, pg_temp as $$
        update pgboss.job set state = 'created', completed_on = null
        where name = 'timers' and data ->> 'tenantId' = current_setting('app.tenant_id') and job.id = wanted
          and job.state = 'cancelled' and data ->> 'scheduleId' is null
          and (singleton_key is null or not exists (select from pgboss.job other where other.name = 'timers'
            and other.singleton_key = job.singleton_key and other.data ->> 'tenantId' = job.data ->> 'tenantId'
            and other.data ->> 'timer' = job.data ->> 'timer' and other.state < 'completed'))
        returning job.id, data ->> 'timer', data -> 'data', null::uuid, coalesce((data ->> 'due')::timestamptz, start_after),
          start_after, job.state::text, job.retry_count, job.completed_on, false
      $$`)
    this.schema.raw(`create index timers_ended on pgboss.job_common (completed_on, id)
      where name = 'timers' and state >= 'completed'`)
  }
}
