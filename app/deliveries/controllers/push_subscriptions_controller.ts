import type { HttpContext } from '@adonisjs/core/http'
import PushSubscription from '#app/deliveries/push_subscription'
import { pushSubscriptionValidator } from '#app/deliveries/push_validator'
import { browserWords } from '#app/sign_in/browser_words'

/** Devices of a member that show messages. */
export default class PushSubscriptionsController {
  async store({ request, response, session, user }: HttpContext) {
    const target = await request.validateUsing(pushSubscriptionValidator)
    const { browser, system } = browserWords(request.header('user-agent'))
    await PushSubscription.add(user, target, `${browser} on ${system}`)
    session.flash('notice', 'Messages come to this device from now on.')
    return response.redirect().back()
  }

  async destroy({ params, response, user }: HttpContext) {
    await (await PushSubscription.of(user).where('id', params.id).firstOrFail()).delete()
    return response.redirect().back()
  }
}
