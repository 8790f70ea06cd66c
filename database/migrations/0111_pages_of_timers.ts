import { TenantSchema } from '#app/platform/database/tenant_schema'

const OWN = `name = 'timers' and data ->> 'tenantId' = current_setting('app.tenant_id')`
const FIELDS = `id, data ->> 'timer' as timer, data -> 'data' as data, (data ->> 'scheduleId')::uuid as schedule_id,
  coalesce((data ->> 'due')::timestamptz, start_after) as due, start_after as next_at, state::text, retry_count,
  completed_on, coalesce((output ->> 'skipped')::boolean, false) as is_skipped`
const ROW = `table (id uuid, timer text, data jsonb, schedule_id uuid, due timestamptz, next_at timestamptz,
  state text, retry_count int, completed_on timestamptz, is_skipped boolean)`

/** What stands behind a timer in the lists of timers; nothing behind one of another company. */
export default class extends TenantSchema {
  async up() {
    this.#page('own_timers_waiting', `state < 'completed'`, 'start_after', 'asc', 'next_at')
    this.#page('own_timers_over', `state >= 'completed'`, 'completed_on', 'desc', 'completed_on')
    this.schema.raw('create index on schedules (tenant_id, next_at, id)')
    this.schema.raw('create index on schedules (next_at, id)')
  }

  #page(name: string, condition: string, at: string, direction: 'asc' | 'desc', shown: string) {
    const behind = `(${at}, id) ${direction === 'asc' ? '>' : '<'} (select p.${at}, p.id from pgboss.job_common p
      where p.name = 'timers' and p.data ->> 'tenantId' = current_setting('app.tenant_id') and p.id = after)`
    this.schema.raw(`create function ${name}(names text[], most int, after uuid) returns ${ROW}
      language sql security definer set search_path = pg_catalog, pg_temp as $$
        select one.* from unnest(names) as name_wanted cross join lateral (
          select ${FIELDS} from pgboss.job_common
          where ${OWN} and ${condition} and data ->> 'timer' = name_wanted and (after is null or ${behind})
          order by ${at} ${direction}, id ${direction} limit most) as one
        order by ${shown} ${direction}, id ${direction} limit most $$`)
    const signature = `${name}(text[], int, uuid)`
    this.schema.raw(`revoke all on function ${signature} from public`)
    this.schema.raw(`grant execute on function ${signature} to ${this.role('app')}`)
  }
}
