import type { HttpContext } from '@adonisjs/core/http'
import User from '#app/identity/user'
import Order from '#app/orders/order'
import OrderPolicy from '#app/orders/order_policy'
import ArrivalWindow from '#app/orders/arrival_window'
import { visitPlanValidator } from '#app/orders/order_validator'
import { visitAnswer } from '#app/orders/visit_answer'
import VisitTransformer from '#app/orders/visit_transformer'

/** The trips to the customer that an order takes. */
export default class VisitsController {
  async index({ params, bouncer, user, serialize }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('show')
    await Order.loadVisits(order)
    return serialize(VisitTransformer.transform(order.visits, user))
  }

  async store(ctx: HttpContext) {
    const { params, request, bouncer, user, tenant } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('planVisit', order)
    const { timeZone } = tenant
    const plan = await request.validateUsing(visitPlanValidator, {
      meta: { timeZone, writing: user.fields('orders').onNew() },
    })
    const { date, from, to, note = null } = plan
    const window = ArrivalWindow.on(date, from, to, timeZone)
    const visit = await order.planVisit({ window, assignee: await visitorOf(plan), note })
    return visitAnswer(ctx, visit, 'The visit is planned', 201)
  }

  async update(ctx: HttpContext) {
    const { params, request, bouncer, user, tenant } = ctx
    const order = await Order.visibleTo(user).where('orders.id', params.order_id).firstOrFail()
    const visit = await order.related('visits').query().where('id', params.id).firstOrFail()
    await bouncer.with(OrderPolicy).authorize('reschedule', order)
    const { timeZone } = tenant
    const {
      date,
      from,
      to,
      assigneeId,
      note = visit.note,
    } = await request.validateUsing(visitPlanValidator, {
      meta: { timeZone, writing: user.fields('orders').over(visit) },
    })
    const assignee = await visitorOf({ assigneeId })
    await visit.reschedule({ window: ArrivalWindow.on(date, from, to, timeZone), assignee, note })
    return visitAnswer(ctx, visit, 'The visit is rescheduled')
  }
}

const visitorOf = async ({ assigneeId }: { assigneeId: string | null }) =>
  assigneeId ? User.active().where('id', assigneeId).firstOrFail() : null
