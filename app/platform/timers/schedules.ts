import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/platform/ids'
import { acrossTenants } from '#app/platform/database/current'
import { RecurrenceRule, type Recurrence } from '#app/platform/timers/recurrence_rule'
import type { TimerData } from '#app/platform/timers/timers'

export type Recurring = {
  rule: Recurrence
  zone: string
  /** The zone is that of the company, and changes with it; a person's own does not. */
  followsCompany: boolean
  data?: TimerData
  /** Of one timer a company can have several; each has its own key. */
  key?: string
}

type Due = {
  id: string
  tenant_id: string
  timer: string
  data: TimerData
  rule: Recurrence
  zone: string
  next_at: Date
  run_id: string | null
  is_running: boolean
  now: Date
}

const BATCH = 500
const DEATHS_FORGIVEN = 3

export async function setSchedule(
  timer: string,
  { rule, zone, followsCompany, data = {}, key = '' }: Recurring
) {
  const next = new RecurrenceRule(rule, zone).after(DateTime.utc())
  await db.rawQuery(
    `insert into schedules (id, timer, key, data, rule, zone, follows_company, next_at)
     values (:id, :timer, :key, :data, :rule, :zone, :followsCompany, :next)
     on conflict (tenant_id, timer, key) do update set data = excluded.data, rule = excluded.rule, zone = excluded.zone,
       follows_company = excluded.follows_company, updated_at = now(),
       next_at = case when schedules.rule = excluded.rule and schedules.zone = excluded.zone
         then schedules.next_at else excluded.next_at end`,
    {
      id: newId(),
      timer,
      key,
      data: JSON.stringify(data),
      rule: JSON.stringify(rule),
      zone,
      followsCompany,
      next: next.toISO()!,
    }
  )
}

/** A run that waits goes with it. */
export async function endSchedule(timer: string, key: string) {
  const { rows } = await db.rawQuery<{ rows: { run_id: string | null }[] }>(
    'delete from schedules where timer = ? and key = ? returning run_id',
    [timer, key]
  )
  for (const { run_id: runId } of rows)
    if (runId) await db.rawQuery('select from cancel_timer(?, null, null)', [runId])
  return rows.length > 0
}

/** The company has moved to another zone: what is set for 08:00 happens at 08:00 there, from the next time on. */
export async function followCompanyTo(zone: string) {
  const { rows } = await db.rawQuery<{ rows: { id: string; rule: Recurrence }[] }>(
    'select id, rule from schedules where follows_company and zone <> ? order by id for update',
    [zone]
  )
  const now = DateTime.utc()
  const moves = rows.map(({ id, rule }) => ({
    id,
    next_at: new RecurrenceRule(rule, zone).after(now).toISO(),
  }))
  await db.rawQuery(
    `update schedules set zone = ?, next_at = moved.next_at, updated_at = now()
     from json_to_recordset(?) as moved (id uuid, next_at timestamptz) where schedules.id = moved.id`,
    [zone, JSON.stringify(moves)]
  )
}

/**
 * Sets the timers of schedules that are due, and moves these on, in one transaction: schedulers that do it side by side pass over each
 * other's rows. Of occurrences that were missed together the last one runs; while a run is under way, or is being
 * tried again, no other begins. One whose process died begins anew at the first time of its schedule after ten seconds without a
 * sign of life.
 */
export function runDueSchedules(): Promise<number> {
  return acrossTenants(async (trx) => {
    const { rows } = await trx.rawQuery<{ rows: Due[] }>(
      `select s.id, tenant_id, timer, s.data, rule, zone, next_at, run_id, clock_timestamp() as now, exists(
         select from pgboss.job j where j.name = 'timers' and j.id = s.run_id and j.state < 'completed') as is_running
       from schedules s where s.state = 'active' and next_at <= clock_timestamp() and ${OF_OPEN_COMPANY}
       order by next_at limit ? for update skip locked`,
      [BATCH]
    )
    if (rows.length === 0) return 0
    await beginDeadAnew(trx, rows)
    const moves = rows.map((due) => ({ ...due, ...movedOn(due) }))
    await trx.rawQuery(MOVE, [JSON.stringify(moves)])
    return rows.length
  })
}

// A run that died with its process would otherwise hold its schedule up until pg-boss has noticed and waited. One that dies
// again and again waits longer each time, as any other timer.
async function beginDeadAnew(trx: TransactionClientContract, due: Due[]) {
  const runs = due.filter(({ is_running: isRunning }) => isRunning).map(({ run_id: id }) => id!)
  if (runs.length > 0) await trx.rawQuery(BEGIN_ANEW, [runs, DEATHS_FORGIVEN])
}

function movedOn({ rule, zone, next_at: nextAt, is_running: isRunning, now }: Due) {
  const recurrence = new RecurrenceRule(rule, zone)
  const { last, count } = recurrence.until(DateTime.fromJSDate(now), DateTime.fromJSDate(nextAt))
  return {
    run_id: isRunning ? null : newId(),
    due: last.toUTC().toISO(),
    missed: isRunning ? count : count - 1,
    following: recurrence.after(last).toISO(),
  }
}

/** What recurs for a company that is closed waits, and runs once when it is open again. */
export const OF_OPEN_COMPANY = `not exists (select from tenants where tenants.id = tenant_id and tenants.state <> 'active')`

const BEGIN_ANEW = `
  update pgboss.job set state = 'retry', start_after = now(), heartbeat_on = null
  where name = 'timers' and id = any(?::uuid[]) and retry_count < least(?, retry_limit) and (
    (state = 'active' and heartbeat_on + heartbeat_seconds * interval '1 second' < clock_timestamp())
    or (state = 'retry' and start_after > now() and output #>> '{value,message}' = 'job heartbeat timeout'))`

const MOVE = `
  with due as (
    select * from json_to_recordset(?) as one (id uuid, tenant_id uuid, timer text, data jsonb, run_id uuid,
      due timestamptz, missed int, following timestamptz)
  ), moved as (
    update schedules s set next_at = following, missed = s.missed + due.missed, run_id = coalesce(due.run_id, s.run_id),
      due_at = case when due.run_id is null then s.due_at else due.due end,
      last_result = case when due.run_id is null then 'overlapped' else s.last_result end
    from due where s.tenant_id = due.tenant_id and s.id = due.id
  )
  select set_timer(run_id, timer, data, due, tenant_id, null, id) from due where run_id is not null`

/** What became of a run, in the unit of its company. */
export async function settleSchedule(id: string, result: string, error: string | null = null) {
  await db.rawQuery(
    'update schedules set last_run_at = now(), last_result = ?, last_error = ? where id = ?',
    [result, error, id]
  )
}
