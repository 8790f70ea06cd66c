import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { orderSiteValidator } from '#app/orders/order_validator'

/** At which of the customer's sites an order is carried out. */
export default class SitesController {
  async update({ params, request, response, bouncer, user }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('reschedule', order)
    const { siteId } = await request.validateUsing(orderSiteValidator)
    await order.placeAt(siteId)
    return response.redirect().back()
  }
}
