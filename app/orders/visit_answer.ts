import type { HttpContext } from '@adonisjs/core/http'
import type Visit from '#app/orders/visit'
import VisitTransformer from '#app/orders/visit_transformer'

/** A visit as the API answers it. */
export async function visitAnswer({ serialize, user }: HttpContext, visit: Visit) {
  await visit.load('assignee')
  return serialize(VisitTransformer.transform(visit, user))
}
