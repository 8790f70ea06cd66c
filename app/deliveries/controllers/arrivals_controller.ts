import type { HttpContext } from '@adonisjs/core/http'
import Delivery from '#app/deliveries/delivery'
import { DeliveryResolution } from '#app/deliveries/delivery_resolution'
import DeliveryPolicy from '#app/deliveries/delivery_policy'

export default class ArrivalsController {
  async store({ params, bouncer, session, response }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('resend')
    await new DeliveryResolution(await Delivery.findOrFail(params.id)).confirmArrival()
    session.flash('notice', 'Noted: this mail has arrived')
    return response.redirect().back()
  }
}
