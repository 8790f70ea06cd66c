import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import type Visit from '#app/orders/visit'
import VisitTransformer from '#app/orders/visit_transformer'

/** A visit that was made or changed: as it is now for programs, the page of its order with a word for people. */
export async function visitAnswer(ctx: HttpContext, visit: Visit, notice: string, status = 200) {
  const { response, session, serialize, user } = ctx
  if (Current.actor.kind !== 'api') {
    session.flash('notice', notice)
    return response.redirect().toRoute('orders.orders.show', { id: visit.orderId })
  }
  response.status(status)
  if (status === 201) response.header('Location', `/api/orders/${visit.orderId}/visits`)
  await visit.load('assignee')
  return serialize(VisitTransformer.transform(visit, user))
}
