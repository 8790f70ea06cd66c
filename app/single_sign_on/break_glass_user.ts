import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BreakGlassUserSchema } from '#database/schema'
import User from '#app/identity/user'
import { BreakGlassUsed, BreakGlassUserNamed, BreakGlassUserRemoved } from '#app/single_sign_on/sso_events'

/** An administrator who may enter without the issuer, for the day on which it is down. */
export default class BreakGlassUser extends BreakGlassUserSchema {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /** Those for whom it would still work. */
  static active() {
    return this.query().whereHas('user', (user) => user.whereNull('deactivatedAt').where('role', 'admin'))
  }

  static async appoint(users: User[]) {
    const named = await this.query().forUpdate()
    for (const one of named.filter(({ userId }) => !users.some(({ id }) => id === userId)))
      await one.#remove()
    for (const user of users.filter(({ id }) => !named.some(({ userId }) => userId === id))) {
      const one = await this.create({ userId: user.id })
      await BreakGlassUserNamed.record(one, { userId: user.id })
    }
  }

  async use(reason: string) {
    this.usedAt = DateTime.utc()
    await this.save()
    await BreakGlassUsed.record(this, { userId: this.userId, reason })
  }

  async #remove() {
    await this.delete()
    await BreakGlassUserRemoved.record(this, { userId: this.userId })
  }
}
