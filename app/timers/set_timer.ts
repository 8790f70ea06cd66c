import db from '@adonisjs/lucid/services/db'
import { errors } from '@adonisjs/lucid'
import { validate } from 'uuid'
import { cursorOf, idOf } from '#app/platform/database/cursor'
import { Current } from '#app/platform/database/current'
import { CursorError } from '#app/platform/errors'
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

const PAGE = 50
const MOST = 1000

/** The timers of the company of the unit under way. The database gives no others. */
export const companyTimers = {
  /** The next ones, the soonest first. */
  waiting: (most = MOST, after: string | null = null) => ownTimers('own_timers_waiting', most, after),

  /** The last ones, the newest first. */
  over: (most = MOST, after: string | null = null) => ownTimers('own_timers_over', most, after),

  page: (show: 'waiting' | 'over', cursor?: string) => pageOf(companyTimers[show], cursor),

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

async function ownTimers(
  reading: 'own_timers_waiting' | 'own_timers_over',
  most: number,
  after: string | null
) {
  const { rows } = await db.rawQuery<{ rows: SetTimer[] }>(
    `select * from ${reading}(?::text[], ?, ?::uuid)`,
    [await ownTimerNames(), most, after as string]
  )
  return rows
}

/** One page, and where the next begins: behind its last timer, wherever that stands by then. */
export async function pageOf(
  read: (most: number, after: string | null) => Promise<SetTimer[]>,
  cursor?: string
) {
  const after = cursor ? idOf(cursor) : null
  if (after && !validate(after)) throw new CursorError()
  const found = await read(PAGE + 1, after)
  const rows = found.slice(0, PAGE)
  return { rows, nextCursor: found.length > PAGE ? cursorOf(rows.at(-1)!.id) : null }
}

async function theOne(sql: string, id: string) {
  const { rows } = await db.rawQuery<{ rows: SetTimer[] }>(sql, [id])
  if (!rows[0]) throw new errors.E_ROW_NOT_FOUND()
  return rows[0]
}
