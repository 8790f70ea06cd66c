import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import type { JobWithMetadata } from '#app/platform/timers/boss'
import { once, onceDone } from '#app/platform/events/consumption'
import { Current, SYSTEM } from '#app/platform/database/current'
import { settleSchedule } from '#app/platform/timers/schedules'
import { TimerSkipped } from '#app/platform/timers/timer_events'
import { tracing, type TraceParent } from '#app/platform/telemetry/tracing'
import type { TimerClass, TimerData } from '#app/platform/timers/timers'

/** A cron of the installation sets one without `due`. */
type SetTimer = { timer: string; tenantId?: string; data: TimerData; due?: string; scheduleId?: string }
export type DueJob = JobWithMetadata<SetTimer>

/** One run of a timer. Its effect and what its schedule is told of it are one unit. */
export class TimerJob {
  #due: DateTime

  constructor(
    private job: DueJob,
    private timer: TimerClass | undefined
  ) {
    const { data, startAfter } = job
    this.#due = DateTime.fromISO(data.due ?? startAfter.toISOString(), { zone: 'utc' })
  }

  async happen() {
    const { timer, data } = this.job.data
    if (!this.timer)
      throw new Exception(`start/workers.ts has no timer ${timer}`, { code: 'E_UNKNOWN_TIMER' })
    if (this.#isTooLate(this.timer)) return this.#skip(this.timer)
    const Timer = this.timer
    const about = { kind: 'consumer' as const, parent: (data.trace as TraceParent | undefined) ?? null }
    await tracing.span(`timer ${timer}`, about, () =>
      this.#do(Timer, 'done', () => new Timer().handle(data as never, { due: this.#due }))
    )
  }

  /** Tells the schedule; the next try, or the dead letter when there is none, is pg-boss's. */
  async fail(error: unknown) {
    const { tenantId, scheduleId } = this.job.data
    if (!tenantId || !scheduleId) return
    const result = this.job.retryCount < this.job.retryLimit ? 'failed' : 'given_up'
    const code = (error as { code?: string }).code ?? (error as Error).name
    await Current.run({ tenantId, actor: SYSTEM }, () => settleSchedule(scheduleId, result, code))
  }

  #isTooLate({ tolerance }: TimerClass) {
    return tolerance !== undefined && this.#due.plus(tolerance) < DateTime.utc()
  }

  async #skip(Timer: TimerClass) {
    const { tenantId, data, timer } = this.job.data
    const lateInSeconds = Math.round(DateTime.utc().diff(this.#due).as('seconds'))
    logger.warn({ timer, tenant: tenantId, lateInSeconds }, 'A timer came too late and was skipped')
    if (tenantId)
      await this.#do(
        Timer,
        'skipped',
        async () => {
          await new Timer().skipped?.(data as never, { due: this.#due })
          await TimerSkipped.record({ id: this.job.id }, { timer, due: this.#due.toISO()!, lateInSeconds })
        },
        'timer'
      )
    return { skipped: true }
  }

  async #do(
    { timer, unit: own }: TimerClass,
    result: 'done' | 'skipped',
    effect: () => Promise<void>,
    unit = own
  ) {
    const { tenantId, scheduleId } = this.job.data
    const consumption = { consumer: `timers:${timer}`, id: this.job.id }
    const settle = async () => scheduleId && settleSchedule(scheduleId, result)
    if (!tenantId) {
      await effect()
    } else if (unit === 'manual') {
      await onceDone(tenantId, consumption, async () => {
        await effect()
        await Current.run({ tenantId, actor: SYSTEM }, settle)
      })
    } else {
      await once(tenantId, [consumption], async () => {
        await effect()
        await settle()
      })
    }
  }
}
