import { escapeLiteral } from 'pg'
import { DateTime, type DurationLikeObject } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Exception } from '@adonisjs/core/exceptions'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Current } from '#app/platform/database/current'
import type { PostponedKind } from '#app/platform/database/postponed'
import { tracing } from '#app/platform/telemetry/tracing'
import { setSchedule, endSchedule, type Recurring } from '#app/platform/timers/schedules'
import { momentOf } from '#app/platform/timers/wall_time'

/** Ids, never data: the job stands outside the tenant's wall. */
export type TimerData = Record<string, string | number | boolean | null>

/** A moment, so much time from now, or what the clocks of a zone will show. */
type Due =
  { startAfter: DateTime } | { in: DurationLikeObject } | { date: string; time: string; zone: string }

/** `due` is when it should have run, however late it is now. */
export type TimerRun = { due: DateTime }

/**
 * Does something later, in one unit of the tenant that asked for it; or on a schedule (`static cron`, `static zone`), for the whole
 * installation and without a tenant. What it was set for may have changed meanwhile: look first, then act.
 */
export abstract class Timer<Data extends TimerData = TimerData> {
  static timer: string
  static unit: 'timer' | 'manual' = 'timer'
  static cron?: string
  static zone = 'UTC'
  /** What it does, for those who see it wait: "Takes back a mail whose sender died". */
  static purpose?: string
  /** Later than this it does not run any more: it is skipped, and its company is told. Without it, it runs however late. */
  static tolerance?: DurationLikeObject
  /** Whether its company may take it back; `cancelled` puts in order what waited for it. */
  static isCancellable = false
  /** Of use to the operator alone: its company does not see it. */
  static isInternal = false

  abstract handle(data: Data, run: TimerRun): Promise<void>

  /** In the unit that skips it. */
  skipped?(data: Data, run: TimerRun): Promise<void>

  /** In the unit that takes it back. */
  cancelled?(data: Data): Promise<void>
}

export type TimerClass = { new (): Timer<never>; name: string } & Pick<
  typeof Timer,
  'timer' | 'unit' | 'cron' | 'zone' | 'purpose' | 'tolerance' | 'isCancellable' | 'isInternal'
>
export type TimerList = Record<string, () => Promise<{ default: TimerClass }>>

const TIMERS: PostponedKind<(string | null)[]> = {
  place: /\b(cancel_timer|own_timers_\w+)\b/,
  sql: (timers) =>
    `select ${lastOfEachKey(timers)
      .map(
        (one) => `schedule_timer(${one.map((word) => (word === null ? 'null' : escapeLiteral(word))).join()})`
      )
      .join()}`,
}

function lastOfEachKey(timers: (string | null)[][]) {
  const last = new Map(
    timers.map((one) => {
      const [timer, , , key] = one
      return [key === null ? one : `${timer} ${key}`, one]
    })
  )
  return [...last.values()]
}

export class NotInTenantError extends Exception {
  static code = 'E_TIMER_TENANT'
  static message = 'A timer can be set for the tenant of the current unit only'
}

/** All of it is written in the caller's unit: rolled back, it never happens. What is set goes on in the trace that set it. */
export const timers = {
  /** Once. Of one `key` (of a timer, in a company) the last one set counts. */
  async schedule(timer: string, data: TimerData, due: Due, { key = null }: { key?: string | null } = {}) {
    if (data.tenantId && data.tenantId !== Current.tenantId) throw new NotInTenantError()
    const trace = tracing.here()
    Current.postpone(TIMERS, [timer, JSON.stringify(trace ? { ...data, trace } : data), dueAt(due), key])
  },

  /** Takes back what was set under the key, unless it has run. Resolves to whether there was anything to take back. */
  async cancel(timer: string, key: string) {
    const { rowCount } = await db.rawQuery<{ rowCount: number }>('select from cancel_timer(null, ?, ?)', [
      timer,
      key,
    ])
    return rowCount > 0
  },

  /** Again and again, until `endRecurring`. Saying the same once more changes nothing; saying something else does. */
  recurring(timer: string, recurring: Recurring) {
    return setSchedule(timer, recurring)
  },

  endRecurring(timer: string, key = '') {
    return endSchedule(timer, key)
  },

  /** For what belongs to no company: written in a transaction of `acrossTenants`. */
  async scheduleAcross(trx: TransactionClientContract, timer: string, data: TimerData, due: Due) {
    await trx.rawQuery('select schedule_installation_timer(?, ?, ?)', [
      timer,
      JSON.stringify(data),
      dueAt(due),
    ])
  },
}

function dueAt(due: Due) {
  if ('startAfter' in due) return due.startAfter.toUTC().toISO()!
  return ('in' in due ? DateTime.utc().plus(due.in) : momentOf(due, due.zone)).toISO()!
}
