import { TenantSchema } from '#app/platform/database/tenant_schema'

const OWN = `name = 'timers' and data ->> 'tenantId' = current_setting('app.tenant_id')`

/** Work that recurs, and timers that their company can see and take back. */
export default class extends TenantSchema {
  async up() {
    this.tenantTable(
      'schedules',
      `timer text not null,
      key text not null default '',
      data jsonb not null default '{}',
      rule jsonb not null,
      zone text not null,
      follows_company boolean not null,
      state text not null default 'active' check (state in ('active', 'paused')),
      next_at timestamptz(3) not null,
      run_id uuid,
      due_at timestamptz(3),
      missed integer not null default 0,
      last_run_at timestamptz(3),
      last_result text check (last_result in ('done', 'failed', 'given_up', 'skipped', 'overlapped')),
      last_error text,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      unique (tenant_id, timer, key)`
    )
    this.schema.raw(`create index schedules_due on schedules (next_at, tenant_id, id) where state = 'active'`)

    this.schema.raw(`create index timers_waiting on pgboss.job_common
      ((data ->> 'tenantId'), (data ->> 'timer'), start_after, id) where name = 'timers' and state < 'completed'`)
    this.schema.raw(`create index timers_over on pgboss.job_common
      ((data ->> 'tenantId'), (data ->> 'timer'), completed_on, id) where name = 'timers' and state >= 'completed'`)
    this.schema.raw(`create index timers_by_key on pgboss.job_common (singleton_key)
      where name = 'timers' and singleton_key is not null`)

    // `due` stays what it was when a failure has moved `start_after`.
    this.schema.raw(`
      create function set_timer(job_id uuid, timer text, data jsonb, due timestamptz, tenant uuid, key text, schedule uuid)
      returns void language sql set search_path = pg_catalog, pg_temp as $$
        insert into pgboss.job (id, name, data, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit,
          retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds, singleton_key)
        select job_id, q.name, jsonb_build_object('timer', timer, 'data', data) ||
            jsonb_strip_nulls(jsonb_build_object('tenantId', tenant, 'due', due, 'scheduleId', schedule)),
          due, greatest(due, now()) + q.retention_seconds * interval '1 second', q.expire_seconds, q.deletion_seconds,
          q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds, key
        from pgboss.queue q where q.name = 'timers'
      $$`)
    this.#grant('set_timer(uuid, text, jsonb, timestamptz, uuid, text, uuid)', this.role('system'))

    this.schema.raw('drop function schedule_timer(text, jsonb, timestamptz)')
    this.#forApp(
      'schedule_timer(text, jsonb, timestamptz, text)',
      `schedule_timer(timer text, data jsonb, due timestamptz, key text default null) returns void`,
      `delete from pgboss.job where key is not null and ${OWN} and data ->> 'timer' = schedule_timer.timer
         and singleton_key = key and state < 'active';
       select public.set_timer(gen_random_uuid(), timer, data, due, current_setting('app.tenant_id')::uuid, key, null)`
    )

    // All that the runtime role can see and change here: the timers of the tenant of its own transaction.
    const fields = `id, data ->> 'timer' as timer, data -> 'data' as data, (data ->> 'scheduleId')::uuid as schedule_id,
      coalesce((data ->> 'due')::timestamptz, start_after) as due, start_after as next_at, state::text, retry_count,
      completed_on, coalesce((output ->> 'skipped')::boolean, false) as is_skipped`
    const row = `table (id uuid, timer text, data jsonb, schedule_id uuid, due timestamptz, next_at timestamptz,
      state text, retry_count int, completed_on timestamptz, is_skipped boolean)`
    this.#forApp(
      'own_timers_waiting(text[], int)',
      `own_timers_waiting(names text[], most int) returns ${row}`,
      `select one.* from unnest(names) as name_wanted cross join lateral (
         select ${fields} from pgboss.job_common where ${OWN} and state < 'completed' and data ->> 'timer' = name_wanted
         order by start_after, id limit most) as one order by next_at, id limit most`
    )
    this.#forApp(
      'own_timers_over(text[], int)',
      `own_timers_over(names text[], most int) returns ${row}`,
      `select one.* from unnest(names) as name_wanted cross join lateral (
         select ${fields} from pgboss.job_common where ${OWN} and state >= 'completed' and data ->> 'timer' = name_wanted
         order by completed_on desc, id desc limit most) as one order by completed_on desc, id desc limit most`
    )
    this.#forApp(
      'cancel_timer(uuid, text, text)',
      `cancel_timer(wanted uuid, wanted_timer text, wanted_key text) returns ${row}`,
      `update pgboss.job set state = 'cancelled', completed_on = now()
       where ${OWN} and state < 'active'
         and (id = wanted or (wanted is null and data ->> 'timer' = wanted_timer and singleton_key = wanted_key))
       returning ${fields}`
    )
    this.#forApp(
      'restore_timer(uuid)',
      `restore_timer(wanted uuid) returns ${row}`,
      `update pgboss.job set state = 'created', completed_on = null
       where ${OWN} and id = wanted and state = 'cancelled' returning ${fields}`
    )

    this.schema
      .raw(`create or replace function schedule_installation_timer(timer text, data jsonb, due timestamptz)
      returns void language sql set search_path = pg_catalog, pg_temp
      as $$ select public.set_timer(gen_random_uuid(), timer, data, due, null, null, null) $$`)
  }

  #forApp(signature: string, head: string, body: string) {
    this.schema.raw(`create function ${head} language sql security definer
      set search_path = pg_catalog, pg_temp as $$ ${body} $$`)
    this.#grant(signature, this.role('app'))
  }

  #grant(signature: string, role: string) {
    this.schema.raw(`revoke all on function ${signature} from public`)
    this.schema.raw(`grant execute on function ${signature} to ${role}`)
  }
}
