import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#app/identity/user'
import { CHANNELS, kindOf, type KindName } from '#app/notification_preferences/notification_kinds'
import type { Wishes } from '#app/notification_preferences/wishes'

/** One kind of notification, with what somebody gets on each channel and why. */
export default class PreferenceTransformer extends BaseTransformer<KindName> {
  constructor(
    kind: KindName,
    private wishes: Wishes,
    private user: User
  ) {
    super(kind)
  }

  toObject() {
    const [kind, { wishes, user }] = [this.resource, this]
    const { label, isCritical = false } = kindOf(kind)
    const channels = CHANNELS.map((channel) => ({
      channel,
      exists: kindOf(kind)[channel] !== undefined,
      isWanted: wishes.wants(user, kind, channel),
      isOwn: wishes.own(user, kind, channel) !== null,
      ruled: wishes.ruled(kind, channel),
    }))
    return { id: kind, kind, label, isCritical, channels }
  }
}
