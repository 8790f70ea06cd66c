import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'

/** One visit of an order is done, or was not after all. */
export default class VisitCompletionsController {
  async store({ params, response, session, bouncer, user }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.finish()
    session.flash('notice', 'The visit is done')
    return response.redirect().toRoute('orders.orders.show', { id: order.id })
  }

  async destroy({ params, response, session, bouncer, user }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.reopen()
    session.flash('notice', 'The visit is planned again')
    return response.redirect().toRoute('orders.orders.show', { id: order.id })
  }
}
