import type { HttpContext } from '@adonisjs/core/http'
import Delivery from '#app/deliveries/delivery'
import { DeliveryResolution } from '#app/deliveries/delivery_resolution'
import DeliveryPolicy from '#app/deliveries/delivery_policy'

export default class ResendsController {
  async store({ params, bouncer, user, session, response }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('resend')
    const again = await new DeliveryResolution(await Delivery.findOrFail(params.id)).resend()
    session.flash('notice', `The message to ${again.addressFor(user) ?? 'the customer'} is on its way again.`)
    return response.redirect().toRoute('deliveries.deliveries.show', { id: again.id })
  }
}
