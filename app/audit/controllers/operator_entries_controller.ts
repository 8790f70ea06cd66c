import type { HttpContext } from '@adonisjs/core/http'
import OperatorLog from '#app/audit/operator_log'
import OperatorEntryTransformer from '#app/audit/operator_entry_transformer'
import { operatorLogValidator } from '#app/audit/audit_validator'

/** The console's own log, across companies. */
export default class OperatorEntriesController {
  async index({ request, inertia }: HttpContext) {
    const { after } = await request.validateUsing(operatorLogValidator)
    const { deeds, nextCursor } = await new OperatorLog().page(after)
    return inertia.render('console/operator_entries/index', {
      entries: OperatorEntryTransformer.transform(deeds),
      meta: { nextCursor },
    })
  }
}
