import type { HttpContext } from '@adonisjs/core/http'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'

export default class DraftsController {
  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    await flow.discardDraft()
    session.flash('notice', 'Draft discarded. These are the published questions.')
    return response.redirect().back()
  }
}
