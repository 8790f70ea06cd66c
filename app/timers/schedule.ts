import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { ScheduleSchema } from '#database/schema'
import { RecurrenceRule, type Recurrence } from '#app/platform/timers/recurrence_rule'
import { pageIn, type Orders } from '#app/platform/database/keyset_page'
import { lockRow } from '#app/platform/database/row_lock'
import { SchedulePaused, ScheduleResumed } from '#app/timers/timer_events'

const PAGE = 50
const SOONEST: Orders<Schedule> = {
  nextAt: {
    columns: ['next_at', 'id'],
    direction: 'asc',
    positionOf: ({ nextAt, id }) => [nextAt.toUTC().toISO()!, id],
    isPlace: ([at]) => DateTime.fromISO(at).isValid,
  },
}

/** Work that recurs, as its company sees it. */
export default class Schedule extends ScheduleSchema {
  declare rule: Recurrence
  declare state: 'active' | 'paused'
  declare lastResult: 'done' | 'failed' | 'given_up' | 'skipped' | 'overlapped' | null

  /** A page of them; those that run next come first. */
  static soonest(after?: string, options?: { connection: string }) {
    return pageIn<Schedule>(this.query(options), SOONEST, { sort: 'nextAt', after, limit: PAGE })
  }

  get isPaused() {
    return this.state === 'paused'
  }

  get inWords() {
    return this.#recurrence.inWords
  }

  /** A run that waits is taken back; one that is under way is not cut. */
  async pause() {
    await lockRow(this)
    if (this.isPaused) return
    await Object.assign(this, { state: 'paused' }).save()
    if (this.runId) await db.rawQuery('select from cancel_timer(?, null, null)', [this.runId])
    await SchedulePaused.record(this, { timer: this.timer })
  }

  /** From its next time on; what it missed meanwhile is not made up for. */
  async resume() {
    await lockRow(this)
    if (!this.isPaused) return
    await Object.assign(this, { state: 'active', nextAt: this.#recurrence.after(DateTime.utc()) }).save()
    await ScheduleResumed.record(this, { timer: this.timer })
  }

  get #recurrence() {
    return new RecurrenceRule(this.rule, this.zone)
  }
}
