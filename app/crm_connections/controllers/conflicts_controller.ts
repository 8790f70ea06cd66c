import type { HttpContext } from '@adonisjs/core/http'
import { crm } from '#plugins/crm/manager'
import CrmConflict from '#app/crm_connections/crm_conflict'
import CrmConflictTransformer from '#app/crm_connections/crm_conflict_transformer'
import { crmConflictsValidator, crmConflictValidator } from '#app/crm_connections/crm_conflict_validator'
import CrmConnection from '#app/crm_connections/crm_connection'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** What was changed here and there, for somebody who says what counts. */
export default class ConflictsController {
  async index({ bouncer, inertia, request, response, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const filters = await request.validateUsing(crmConflictsValidator)
    const connection = await CrmConnection.own()
    if (!connection) return response.redirect().toRoute('crm_connections.connections.edit')
    const { rows, nextCursor } = await CrmConflict.page(user, filters)
    const { label } = await crm.classOf(connection.adapter)
    return inertia.render('crm_connections/conflicts/index', {
      system: { label },
      conflicts: CrmConflictTransformer.transform(rows, user),
      meta: { nextCursor },
    })
  }

  async update({ params, bouncer, request, response, session, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { choice } = await request.validateUsing(crmConflictValidator)
    const conflict = await CrmConflict.openFor(user)
      .where('crm_conflicts.id', params.id)
      .preload('customer')
      .firstOrFail()
    await conflict.resolve(choice, user)
    session.flash('notice', `Decided for ${conflict.customer.name}`)
    return response.redirect().back()
  }
}
