import type { HttpContext } from '@adonisjs/core/http'
import CrmConnection from '#app/crm_connections/crm_connection'
import { crmFirmRuleValidator } from '#app/crm_connections/crm_connection_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** Which customers are companies in the system outside. */
export default class FirmRulesController {
  async update({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { rule } = await request.validateUsing(crmFirmRuleValidator)
    const connection = await CrmConnection.query().forUpdate().firstOrFail()
    await connection.ruleFirms(rule)
    session.flash('notice', 'Saved. It holds for each customer who is written from now on.')
    return response.redirect().back()
  }
}
