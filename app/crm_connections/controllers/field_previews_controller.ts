import type { HttpContext } from '@adonisjs/core/http'
import { checkedRules } from '#app/crm_connections/checked_rules'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** What rules that nobody has saved yet would do: the page shows it, with those rules. */
export default class FieldPreviewsController {
  async store(ctx: HttpContext) {
    const { bouncer, response, session } = ctx
    await bouncer.with(TenantPolicy).authorize('update')
    const { rules } = await checkedRules(ctx)
    session.flash('crmRules', rules)
    return response.redirect().toRoute('crm_connections.fields.edit')
  }
}
