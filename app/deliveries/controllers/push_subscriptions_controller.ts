import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import PushSubscription from '#app/deliveries/push_subscription'
import PushSubscriptionTransformer from '#app/deliveries/push_subscription_transformer'
import { pushSubscriptionValidator } from '#app/deliveries/push_validator'
import { browserWords } from '#app/sign_in/browser_words'

/** Devices of a member that show messages. */
export default class PushSubscriptionsController {
  async index({ user, serialize }: HttpContext) {
    return serialize(PushSubscriptionTransformer.transform(await PushSubscription.of(user)))
  }

  async store({ request, response, session, serialize, user }: HttpContext) {
    const target = await request.validateUsing(pushSubscriptionValidator)
    const { browser, system } = browserWords(request.header('user-agent'))
    const isProgram = Current.actor.kind === 'api'
    const deviceId = isProgram ? null : session.get('device', null)
    const device = await PushSubscription.add(user, target, `${browser} on ${system}`, deviceId)
    if (isProgram) {
      response.status(201).header('Location', `/api/push_devices/${device.id}`)
      return serialize(PushSubscriptionTransformer.transform(device))
    }
    session.flash('notice', 'Messages come to this device from now on.')
    return response.redirect().back()
  }

  async destroy({ params, response, user }: HttpContext) {
    await (await PushSubscription.of(user).where('id', params.id).firstOrFail()).delete()
    return Current.actor.kind === 'api' ? response.noContent() : response.redirect().back()
  }
}
