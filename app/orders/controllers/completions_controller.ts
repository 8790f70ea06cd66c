import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'

/** The work of an order is done. */
export default class CompletionsController {
  async store({ params, response, session, bouncer, user }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await order.finish()
    session.flash('notice', `Order ${order.reference} is done`)
    return response.redirect().toRoute('orders.orders.show', { id: order.id })
  }
}
