import type { HttpContext } from '@adonisjs/core/http'
import CrmLink from '#app/crm_connections/crm_link'
import { crmLinkValidator } from '#app/crm_connections/crm_link_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** What is to become of a customer whose record outside has ended. */
export default class LinksController {
  async update({ params, bouncer, request, response, session, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { choice } = await request.validateUsing(crmLinkValidator)
    const link = await CrmLink.seenBy(user).where('crm_links.id', params.id).firstOrFail()
    if (choice === 'anew') await link.renew()
    else await link.setApart()
    const { name } = link.customer
    session.flash('notice', choice === 'anew' ? `${name} is made there anew` : `${name} stays here alone`)
    return response.redirect().back()
  }
}
