import type { HttpContext } from '@adonisjs/core/http'
import CrmConnection from '#app/crm_connections/crm_connection'
import { offeredCrms } from '#app/crm_connections/offered_crms'
import { integrationOf } from '#app/integrations/integration'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** All systems that a company can connect, and how those go that it has connected. */
export default class IntegrationsController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const connection = await CrmConnection.own()
    const offered = await offeredCrms()
    return inertia.render('integrations/integrations/index', {
      integrations: offered.map((one) => integrationOf(one, connection)),
    })
  }
}
