import { DateTime, type DurationLikeObject } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { NotificationPaceSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import type User from '#app/identity/user'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { kindOf, type Channel, type KindName } from '#app/notification_preferences/notification_kinds'

export const HOLDS = ['quiet_hours', 'interval', 'flood'] as const
export type HoldReason = (typeof HOLDS)[number]
/** Why a message waits, and until when. */
export type Hold = { reason: HoldReason; until: DateTime }

/** So many of one kind come at once, also to those who want each of them at once. */
export const FLOOD = { count: 10, within: { minutes: 10 } } as const

type Of = Pick<User, 'id'>
type Taken = { until: Date; count: number }

/**
 * How fast messages reach a person on one channel. One rule: in quiet hours they wait; otherwise the first goes at once,
 * and what follows within the interval waits for its end. Safety waits for nothing.
 */
export default class Pace extends NotificationPaceSchema {
  static table = 'notification_paces'

  static async holdOf(user: Of, channel: Channel, kind: KindName): Promise<Hold | null> {
    if (kindOf(kind).isCritical) return null
    const rhythm = await NotificationRhythm.of(user)
    const now = DateTime.utc()
    const quietUntil = rhythm.quietUntil(now)
    if (quietUntil) return { reason: 'quiet_hours', until: quietUntil }
    return rhythm.interval
      ? this.#hold('interval', 1, await this.#take([user.id, channel, null], now, rhythm.interval))
      : this.#hold('flood', FLOOD.count, await this.#take([user.id, channel, kind], now, FLOOD.within))
  }

  /** Until the unit ends nobody else sends what this person is owed on the channel. */
  static async lock({ id: userId }: Of, channel: Channel) {
    await db.rawQuery(
      `insert into notification_paces (id, user_id, channel, until) values (?, ?, ?, to_timestamp(0)) on conflict do nothing`,
      [newId(), userId, channel]
    )
    return this.query().where({ userId, channel }).whereNull('kind').forUpdate().firstOrFail()
  }

  /** Something goes out now: what follows is gathered from here. */
  async begin({ interval }: NotificationRhythm, at: DateTime) {
    if (!interval) return
    Object.assign(this, { until: at.plus(interval), count: 1 })
    await this.save()
  }

  static #hold(reason: HoldReason, most: number, { until, count }: Taken): Hold | null {
    return count > most ? { reason, until: DateTime.fromJSDate(until, { zone: 'utc' }) } : null
  }

  // Counts and begins anew in one statement, so that two workers never both take the last place.
  static async #take(place: (string | null)[], now: DateTime, span: DurationLikeObject) {
    const { rows } = await db.rawQuery<{ rows: Taken[] }>(
      `insert into notification_paces as pace (id, user_id, channel, kind, until, count) values (?, ?, ?, ?, ?, 1)
       on conflict (tenant_id, user_id, channel, kind) do update set
         until = case when pace.until <= ? then excluded.until else pace.until end,
         count = case when pace.until <= ? then 1 else pace.count + 1 end
       returning until, count`,
      [newId(), ...place, now.plus(span).toISO()!, now.toISO()!, now.toISO()!] as never[]
    )
    return rows[0]
  }
}
