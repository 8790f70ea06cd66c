import type { HttpContext } from '@adonisjs/core/http'
import CrmConnection from '#app/crm_connections/crm_connection'
import { crmNewcomerRuleValidator } from '#app/crm_connections/crm_newcomer_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** What becomes of people who are new in the system outside. */
export default class NewcomerRulesController {
  async update({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { rule } = await request.validateUsing(crmNewcomerRuleValidator)
    const connection = await CrmConnection.query().forUpdate().firstOrFail()
    await connection.ruleNewcomers(rule)
    session.flash(
      'notice',
      'Saved. It holds for whoever is new from now on; whoever was there before comes with “Customers of before”.'
    )
    return response.redirect().back()
  }
}
