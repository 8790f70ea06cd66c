import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { NotificationRhythmSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import { Availability, type Week } from '#app/notification_preferences/availability'

/** Minutes in which messages are gathered; 0: each comes at once. */
export const INTERVALS = [0, 15, 60, 240, 1440] as const

/** When a person may be disturbed, by their own clock, and how often. */
export default class NotificationRhythm extends NotificationRhythmSchema {
  static table = 'notification_rhythms'

  /** Null: at any time. */
  @column({ prepare: (value: unknown) => value && JSON.stringify(value) })
  declare week: Week | null

  /** What somebody has chosen; else at any time, each at once, by the clock of the company. */
  static of(user: Pick<User, 'id'>) {
    return Current.remembered(`rhythm of ${user.id}`, () => this.#of(user))
  }

  static async #of(user: Pick<User, 'id'>) {
    const chosen = await this.findBy('userId', user.id)
    if (chosen) return chosen
    const { timeZone } = await Tenant.current()
    return new this().fill({ userId: user.id, timeZone, week: null, intervalMinutes: 0 })
  }

  get interval() {
    return this.intervalMinutes ? { minutes: this.intervalMinutes } : null
  }

  quietUntil(moment: DateTime) {
    return this.week && new Availability(this.week, this.timeZone).quietUntil(moment)
  }
}
