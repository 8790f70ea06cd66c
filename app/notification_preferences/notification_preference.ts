import { NotificationPreferenceSchema } from '#database/schema'
import type User from '#app/identity/user'
import Tenant from '#app/tenancy/tenant'
import { NotificationsRuled } from '#app/notification_preferences/notification_events'
import type { Channel, KindName } from '#app/notification_preferences/notification_kinds'

/** Null: as the company wants it; for the company itself, as the product does. */
export type Wish = { kind: KindName; channel: Channel; isWanted: boolean | null }

/** What somebody has said they want to hear of; without a person, what the company has. */
export default class NotificationPreference extends NotificationPreferenceSchema {
  /** What these people and the company have said. */
  static said(users: User[]) {
    const ids = users.map(({ id }) => id)
    return this.query().where((whose) => whose.whereIn('userId', ids).orWhereNull('userId'))
  }

  static async say({ kind, channel, isWanted }: Wish, user: User | null) {
    const userId = user?.id ?? null
    const said = await this.query()
      .where({ kind, channel })
      .where((whose) => (userId ? whose.where({ userId }) : whose.whereNull('userId')))
      .first()
    if ((said?.isWanted ?? null) === isWanted) return false
    if (isWanted === null) await said!.delete()
    else if (said) await said.merge({ isWanted }).save()
    else await this.create({ kind, channel, userId, isWanted })
    return true
  }

  /** For everybody who has not said otherwise. */
  static async rule(wish: Wish) {
    if (await this.say(wish, null)) await NotificationsRuled.record(await Tenant.current(), wish)
  }

  /** From now on everything is as the company wants it. */
  static async forgetOf(user: User) {
    await this.query().where('userId', user.id).delete()
  }
}
