import type { HttpContext } from '@adonisjs/core/http'
import NotificationPreference from '#app/notifications/notification_preference'
import PreferenceTransformer from '#app/notifications/preference_transformer'
import TenantPolicy from '#app/tenancy/tenant_policy'
import { KIND_NAMES } from '#app/notifications/notification_kinds'
import { preferenceValidator } from '#app/notifications/preference_validator'
import { Wishes } from '#app/notifications/wishes'

/** What members hear of who have not said themselves. */
export default class RulesController {
  async edit({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('notifications/rules/edit', {
      rules: PreferenceTransformer.transform([...KIND_NAMES], await Wishes.of([user]), user),
    })
  }

  async update({ request, response, bouncer }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await NotificationPreference.rule(await request.validateUsing(preferenceValidator))
    return response.redirect().back()
  }
}
