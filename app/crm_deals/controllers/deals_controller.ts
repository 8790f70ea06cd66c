import type { HttpContext } from '@adonisjs/core/http'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmDeal from '#app/crm_deals/crm_deal'
import { crmDealValidator } from '#app/crm_deals/crm_deal_validator'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'

/** What is to become of a request whose deal outside has ended. */
export default class DealsController {
  async update({ params, bouncer, request, response, session, user }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('update', lead)
    const { choice } = await request.validateUsing(crmDealValidator)
    const connection = await CrmConnection.query().firstOrFail()
    const deal = await CrmDeal.query()
      .where({ crmConnectionId: connection.id, leadId: lead.id })
      .firstOrFail()
    if (choice === 'anew') await deal.renew()
    else await deal.setApart()
    await lead.tellScreens()
    session.flash(
      'notice',
      choice === 'anew' ? 'The request is written there again' : 'The request stays here alone'
    )
    return response.redirect().back()
  }
}
