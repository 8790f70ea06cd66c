import type { HttpContext } from '@adonisjs/core/http'
import Delivery from '#app/notifications/delivery'
import DeliveryPolicy from '#app/notifications/delivery_policy'

export default class ResendsController {
  async store({ params, bouncer, user, session, response }: HttpContext) {
    await bouncer.with(DeliveryPolicy).authorize('resend')
    const again = await (await Delivery.findOrFail(params.id)).resend()
    session.flash('notice', `The message to ${again.addressFor(user) ?? 'the customer'} is on its way again.`)
    return response.redirect().toRoute('notifications.deliveries.show', { id: again.id })
  }
}
