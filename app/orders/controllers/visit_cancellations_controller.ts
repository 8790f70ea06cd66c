import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { cancellationValidator } from '#app/orders/order_validator'
import { visitAnswer } from '#app/orders/visit_answer'

/** One visit of an order is called off. */
export default class VisitCancellationsController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('reschedule', order)
    const { reason } = await request.validateUsing(cancellationValidator)
    await visit.cancel(reason)
    if (Current.actor.kind === 'api') {
      return visitAnswer(ctx, visit)
    } else {
      session.flash('notice', 'The visit is cancelled')
      return response.redirect().toRoute('orders.orders.show', { id: order.id })
    }
  }
}
