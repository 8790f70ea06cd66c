import type { HttpContext } from '@adonisjs/core/http'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { cancellationValidator } from '#app/orders/order_validator'
import { visitAnswer } from '#app/orders/visit_answer'

/** One visit of an order is called off. */
export default class VisitCancellationsController {
  async store(ctx: HttpContext) {
    const { params, request, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('reschedule', order)
    const { reason } = await request.validateUsing(cancellationValidator)
    await visit.cancel(reason)
    return visitAnswer(ctx, visit, 'The visit is cancelled')
  }
}
