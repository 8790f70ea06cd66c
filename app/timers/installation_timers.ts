import db from '@adonisjs/lucid/services/db'
import { pageOf, type SetTimer } from '#app/timers/set_timer'

const FIELDS = `id, data ->> 'timer' as timer, (data ->> 'scheduleId')::uuid as schedule_id,
  (data ->> 'tenantId')::uuid as tenant_id, coalesce((data ->> 'due')::timestamptz, start_after) as due,
  start_after as next_at, state::text, retry_count, completed_on,
  coalesce((output ->> 'skipped')::boolean, false) as is_skipped`

export type Cron = {
  timer: string
  cron: string
  timezone: string
  last_run_at: Date | null
  state: string | null
}

/** The timers of all companies and of the installation itself, for the console. */
export const installationTimers = {
  waiting: (cursor?: string) => pageOf(read(`state < 'completed'`, 'start_after', 'asc'), cursor),

  /** With the failed, which pg-boss keeps apart as well. */
  over: (cursor?: string) => pageOf(read(`state >= 'completed'`, 'completed_on', 'desc'), cursor),

  async crons() {
    const { rows } = await db.connection('system').rawQuery<{ rows: Cron[] }>(
      `select s.key as timer, cron, timezone, last.completed_on as last_run_at, last.state::text
       from pgboss.schedule s left join lateral (
         select completed_on, state from pgboss.job_common j where j.name = 'timers' and data ->> 'tenantId' is null
           and data ->> 'timer' = s.key and state >= 'completed' order by completed_on desc limit 1) last on true
       where s.name = 'timers' order by s.key`
    )
    return rows
  },
}

function read(condition: string, at: string, direction: 'asc' | 'desc') {
  const behind = `(${at}, id) ${direction === 'asc' ? '>' : '<'} (
    select ${at}, id from pgboss.job_common where name = 'timers' and id = :after)`
  return async (most: number, after: string | null) => {
    const { rows } = await db.connection('system').rawQuery<{ rows: SetTimer[] }>(
      `select ${FIELDS} from pgboss.job_common where name = 'timers' and ${condition} ${after ? `and ${behind}` : ''}
       order by ${at} ${direction}, id ${direction} limit :most`,
      { most, after: after as string }
    )
    return rows
  }
}
