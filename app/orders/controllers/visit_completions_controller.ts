import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { visitAnswer } from '#app/orders/visit_answer'

/** One visit of an order is done, or was not after all. */
export default class VisitCompletionsController {
  async store(ctx: HttpContext) {
    const { params, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.finish()
    return visitAnswer(ctx, visit, 'The visit is done')
  }

  async destroy(ctx: HttpContext) {
    const { params, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.reopen()
    return visitAnswer(ctx, visit, 'The visit is planned again')
  }
}
