import type { HttpContext } from '@adonisjs/core/http'
import NotificationPreference from '#app/notification_preferences/notification_preference'
import PreferenceTransformer from '#app/notification_preferences/preference_transformer'
import TenantPolicy from '#app/tenancy/tenant_policy'
import { KIND_NAMES } from '#app/notification_preferences/notification_kinds'
import { preferenceValidator } from '#app/notification_preferences/preference_validator'
import { Wishes } from '#app/notification_preferences/wishes'

/** What members hear of who have not said themselves. */
export default class RulesController {
  async edit({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('notification_preferences/rules/edit', {
      rules: PreferenceTransformer.transform([...KIND_NAMES], await Wishes.of([user]), user),
    })
  }

  async update({ request, response, bouncer }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await NotificationPreference.rule(await request.validateUsing(preferenceValidator))
    return response.redirect().back()
  }
}
