import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import { visitAnswer } from '#app/orders/visit_answer'

/** One visit of an order is done, or was not after all. */
export default class VisitCompletionsController {
  async store(ctx: HttpContext) {
    const { params, response, session, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.finish()
    if (Current.actor.kind === 'api') {
      return visitAnswer(ctx, visit)
    } else {
      session.flash('notice', 'The visit is done')
      return response.redirect().toRoute('orders.orders.show', { id: order.id })
    }
  }

  async destroy(ctx: HttpContext) {
    const { params, response, session, bouncer, user } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('finish', order)
    await visit.reopen()
    if (Current.actor.kind === 'api') {
      return visitAnswer(ctx, visit)
    } else {
      session.flash('notice', 'The visit is planned again')
      return response.redirect().toRoute('orders.orders.show', { id: order.id })
    }
  }
}
