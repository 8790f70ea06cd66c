import db from '@adonisjs/lucid/services/db'
import { errors } from '@adonisjs/lucid'
import { Current } from '#app/platform/database/current'
import { TimerCancelled, TimerRestored } from '#app/timers/timer_events'
import { TimerNotYoursError } from '#app/timers/errors'
import { ownTimerNames, timerKinds } from '#app/timers/timer_kinds'

/** One that waits, runs, or is over (for a week). */
export type SetTimer = {
  id: string
  timer: string
  data: unknown
  schedule_id: string | null
  due: Date
  next_at: Date
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'
  retry_count: number
  completed_on: Date | null
  is_skipped: boolean
  /** Across companies only. */
  tenant_id?: string | null
}

const SHOWN = 100

/** The timers of the company of the unit under way. The database gives no others. */
export const companyTimers = {
  /** The next ones, the soonest first. */
  waiting: () => ownTimers('own_timers_waiting'),

  /** The last ones, the newest first. */
  over: () => ownTimers('own_timers_over'),

  /** What waited for it is put in order by the timer itself. */
  async cancel(id: string) {
    const timer = await theOne('select * from cancel_timer(?, null, null)', id)
    const Kind = await kindOf(timer)
    if (timer.schedule_id) throw new TimerNotYoursError()
    await new Kind().cancelled?.(timer.data as never)
    await TimerCancelled.record(timer, { timer: timer.timer, due: timer.due.toISOString() })
  },

  /** Runs at once where its time has come meanwhile, or is skipped where it tolerates no delay. */
  async restore(id: string) {
    const timer = await theOne('select * from restore_timer(?)', id)
    if (!isRestorable(await kindOf(timer))) throw new TimerNotYoursError()
    await TimerRestored.record(timer, { timer: timer.timer, due: timer.due.toISOString() })
  },
}

/** Whose cancelling has changed more than the timer does not come back by it. */
export const isRestorable = (Kind: { prototype: object }) => !('cancelled' in Kind.prototype)

async function kindOf({ timer }: SetTimer) {
  const Kind = (await timerKinds()).get(timer)
  const isAllowed = Kind?.isCancellable || Current.actor.kind === 'super_user'
  if (!Kind || !isAllowed) throw new TimerNotYoursError()
  return Kind
}

async function ownTimers(reading: 'own_timers_waiting' | 'own_timers_over') {
  const { rows } = await db.rawQuery<{ rows: SetTimer[] }>(`select * from ${reading}(?::text[], ?)`, [
    await ownTimerNames(),
    SHOWN,
  ])
  return rows
}

async function theOne(sql: string, id: string) {
  const { rows } = await db.rawQuery<{ rows: SetTimer[] }>(sql, [id])
  if (!rows[0]) throw new errors.E_ROW_NOT_FOUND()
  return rows[0]
}
