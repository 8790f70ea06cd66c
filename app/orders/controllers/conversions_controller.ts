import type { HttpContext } from '@adonisjs/core/http'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import Order from '#app/orders/order'
import ArrivalWindow from '#app/orders/arrival_window'
import { visitPlanValidator } from '#app/orders/order_validator'

/** A lead becomes an order with its first visit. */
export default class ConversionsController {
  async store({ params, request, response, session, bouncer, user, tenant }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('convert', lead)
    const { timeZone } = tenant
    const {
      date,
      from,
      to,
      assigneeId,
      note = null,
    } = await request.validateUsing(visitPlanValidator, {
      meta: { timeZone, writing: user.fields('orders').onNew() },
    })
    const assignee = assigneeId ? await User.active().where('id', assigneeId).firstOrFail() : null
    const window = ArrivalWindow.on(date, from, to, timeZone)
    const order = await Order.fromLead(lead, { window, assignee, note, by: user })
    session.flash('notice', `Order ${order.reference} is made, and the visit is planned`)
    return response.redirect().toRoute('leads.leads.show', { id: lead.id })
  }
}
