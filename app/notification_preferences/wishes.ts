import { Current } from '#app/platform/database/current'
import type User from '#app/identity/user'
import NotificationPreference from '#app/notification_preferences/notification_preference'
import { kindOf, type Channel, type KindName } from '#app/notification_preferences/notification_kinds'

/** Who wants to hear of what: by their own word, else by the company's, else by what the product does for their role. */
export class Wishes {
  private constructor(private said: NotificationPreference[]) {}

  static async of(users: User[]) {
    const key = `wishes of ${users.map(({ id }) => id).join()}`
    const said = async () => [...(await NotificationPreference.said(users))]
    return new Wishes(users.length > 0 ? await Current.remembered(key, said) : [])
  }

  wants(user: User, kind: KindName, channel: Channel) {
    return this.own(user, kind, channel) ?? this.expected(user, kind, channel)
  }

  own(user: User, kind: KindName, channel: Channel) {
    return kindOf(kind).isCritical ? null : this.#find(user.id, kind, channel)
  }

  /** What holds for somebody who says nothing. */
  expected(user: User, kind: KindName, channel: Channel) {
    const { isCritical, [channel]: roles = [] } = kindOf(kind)
    return (isCritical ? null : this.ruled(kind, channel)) ?? roles.includes(user.role)
  }

  ruled(kind: KindName, channel: Channel) {
    return this.#find(null, kind, channel)
  }

  #find(userId: string | null, kind: KindName, channel: Channel) {
    const said = this.said.find(
      (one) => one.userId === userId && one.kind === kind && one.channel === channel
    )
    return said?.isWanted ?? null
  }
}

/** Of the people concerned those who want to hear of it. What bears on safety is not a matter of wanting. */
export async function thoseWho(users: User[], kind: KindName, channel: Channel) {
  if (kindOf(kind).isCritical) return users
  const wishes = await Wishes.of(users)
  return users.filter((user) => wishes.wants(user, kind, channel))
}
