import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { offeredToOffice } from '#app/bookings/offered_to_office'
import Customer from '#app/customers/customer'
import { withChoices } from '#app/customers/named_parts'
import Lead from '#app/leads/lead'
import User from '#app/identity/user'
import Order from '#app/orders/order'
import OrderList from '#app/orders/order_list'
import OrderPolicy from '#app/orders/order_policy'
import LeadTransformer from '#app/leads/lead_transformer'
import OrderTransformer from '#app/orders/order_transformer'
import OrderRowTransformer from '#app/orders/order_row_transformer'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import { orderFiltersValidator } from '#app/orders/order_validator'

export default class OrdersController {
  async index({ request, bouncer, user, inertia, serialize }: HttpContext) {
    await bouncer.with(OrderPolicy).authorize('index')
    const filters = await request.validateUsing(orderFiltersValidator)
    const list = new OrderList(user, filters)
    const { rows, nextCursor } = await list.page()
    const orders = OrderRowTransformer.transform(rows, user)
    if (Current.actor.kind === 'api') return { ...(await serialize(orders)), meta: { nextCursor } }
    return inertia.render('orders/orders/index', {
      orders,
      meta: { nextCursor, count: await list.count() },
      filters,
      may: { export: await bouncer.with(OrderPolicy).allows('export') },
    })
  }

  async show({ params, bouncer, user, tenant, inertia, serialize }: HttpContext) {
    const order = await Order.visibleTo(user).where('orders.id', params.id).firstOrFail()
    await Order.loadVisits(order)
    await bouncer.with(OrderPolicy).authorize('show')
    if (Current.actor.kind === 'api') return serialize(OrderTransformer.transform(order, user).depth(2))
    const can = bouncer.with(OrderPolicy)
    const { leadId, customerId } = order
    const lead = leadId
      ? await Lead.visibleTo(user).where('leads.id', leadId).preload('assignee').first()
      : null
    const customer = customerId
      ? await Customer.visibleTo(user).where('customers.id', customerId).first()
      : null
    return inertia.render('orders/orders/show', {
      order: OrderTransformer.transform(order, user).depth(2),
      lead: lead && LeadTransformer.transform(lead, tenant.country, user),
      customer: customer && (await withChoices(customer, user)),
      windows: inertia.optional(() => offeredToOffice(tenant)),
      colleagues: ColleagueTransformer.transform(await User.active().orderBy('name')),
      may: {
        planVisit: await can.allows('planVisit', order),
        reschedule: await can.allows('reschedule', order),
        finish: await can.allows('finish', order),
        cancel: await can.allows('cancel', order),
      },
    })
  }
}
