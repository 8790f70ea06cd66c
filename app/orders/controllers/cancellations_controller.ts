import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { cancellationValidator } from '#app/orders/order_validator'

/** An order is called off. */
export default class CancellationsController {
  async store({ params, request, response, session, bouncer, user }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('cancel', order)
    const { reason } = await request.validateUsing(cancellationValidator)
    await order.cancel(reason)
    session.flash('notice', `Order ${order.reference} is cancelled`)
    return response.redirect().toRoute('orders.orders.show', { id: order.id })
  }
}
