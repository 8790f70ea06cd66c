import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { vapid } from '#app/platform/sending/vapid'
import PushSubscription from '#app/deliveries/push_subscription'
import PushSubscriptionTransformer from '#app/deliveries/push_subscription_transformer'
import NotificationPreference from '#app/notification_preferences/notification_preference'
import PreferenceTransformer from '#app/notification_preferences/preference_transformer'
import { KIND_NAMES } from '#app/notification_preferences/notification_kinds'
import { preferenceValidator } from '#app/notification_preferences/preference_validator'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import RhythmTransformer from '#app/notification_preferences/rhythm_transformer'
import { FLOOD } from '#app/notification_preferences/pace'
import { Wishes } from '#app/notification_preferences/wishes'

/** What a member wants to hear of. */
export default class PreferencesController {
  async index({ user, serialize }: HttpContext) {
    return serialize(PreferenceTransformer.transform([...KIND_NAMES], await Wishes.of([user]), user))
  }

  async edit({ user, inertia }: HttpContext) {
    const wishes = await Wishes.of([user])
    return inertia.render('notification_preferences/preferences/edit', {
      preferences: PreferenceTransformer.transform([...KIND_NAMES], wishes, user),
      email: user.email,
      rhythm: RhythmTransformer.transform(await NotificationRhythm.of(user)),
      publicKey: (await vapid()).publicKey,
      devices: PushSubscriptionTransformer.transform(await PushSubscription.of(user)),
      timeZones: Intl.supportedValuesOf('timeZone'),
      flood: { count: FLOOD.count, minutes: FLOOD.within.minutes },
    })
  }

  async update({ request, response, serialize, user }: HttpContext) {
    const wish = await request.validateUsing(preferenceValidator)
    await NotificationPreference.say(wish, user)
    return Current.actor.kind === 'api'
      ? serialize(PreferenceTransformer.transform(wish.kind, await Wishes.of([user]), user))
      : response.redirect().back()
  }

  async destroy({ response, user }: HttpContext) {
    await NotificationPreference.forgetOf(user)
    return Current.actor.kind === 'api' ? response.noContent() : response.redirect().back()
  }
}
