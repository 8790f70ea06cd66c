import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import PushSubscription from '#app/deliveries/push_subscription'
import { tryOut } from '#app/deliveries/push_trial'

export default class PushTrialsController {
  async store({ params, response, session, tenant, user }: HttpContext) {
    await tryOut(await PushSubscription.of(user).where('id', params.id).firstOrFail(), user, tenant)
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', 'A message is on its way to that device.')
    return response.redirect().back()
  }
}
