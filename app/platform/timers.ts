import { escapeLiteral } from 'pg'
import { DateTime, type DurationLikeObject } from 'luxon'
import { Exception } from '@adonisjs/core/exceptions'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Current } from '#app/platform/current'
import type { PostponedKind } from '#app/platform/postponed'

/** Ids, never data: the job stands outside the tenant's wall. */
export type TimerData = Record<string, string | number | boolean | null>

type Due = { startAfter: DateTime } | { in: DurationLikeObject }

/**
 * Does something later, in one unit of the tenant that asked for it; or on a schedule (`static cron`, `static zone`), for the whole
 * installation and without a tenant. What it was set for may have changed meanwhile: look first, then act.
 */
export abstract class Timer<Data extends TimerData = TimerData> {
  static timer: string
  static unit: 'timer' | 'manual' = 'timer'
  static cron?: string
  static zone = 'UTC'

  abstract handle(data: Data): Promise<void>
}

export type TimerClass = { new (): Timer<never>; name: string } & Pick<
  typeof Timer,
  'timer' | 'unit' | 'cron' | 'zone'
>
export type TimerList = Record<string, () => Promise<{ default: TimerClass }>>

const TIMERS: PostponedKind<string[]> = {
  sql: (timers) =>
    `select ${timers.map((one) => `schedule_timer(${one.map((word) => escapeLiteral(word)).join()})`).join()}`,
}

export class NotInTenantError extends Exception {
  static code = 'E_TIMER_TENANT'
  static message = 'A timer can be set for the tenant of the current unit only'
}

export const timers = {
  /** Written in the caller's unit: rolled back, it never happens. */
  async schedule(timer: string, data: TimerData, due: Due) {
    if (data.tenantId && data.tenantId !== Current.tenantId) throw new NotInTenantError()
    const at = 'in' in due ? DateTime.utc().plus(due.in) : due.startAfter
    Current.postpone(TIMERS, [timer, JSON.stringify(data), at.toUTC().toISO()!])
  },

  /** For what belongs to no company: written in a transaction of `acrossTenants`. */
  async scheduleAcross(trx: TransactionClientContract, timer: string, data: TimerData, due: Due) {
    const at = 'in' in due ? DateTime.utc().plus(due.in) : due.startAfter
    await trx.rawQuery('select schedule_installation_timer(?, ?, ?)', [
      timer,
      JSON.stringify(data),
      at.toUTC().toISO()!,
    ])
  },
}
