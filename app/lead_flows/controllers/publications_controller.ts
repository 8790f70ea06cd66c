import type { HttpContext } from '@adonisjs/core/http'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import { leadFlowValidator } from '#app/lead_flows/lead_flow_validator'

export default class PublicationsController {
  /** Saves what the author sees, then publishes exactly that. */
  async store({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    await flow.revise(await request.validateUsing(leadFlowValidator))
    await flow.publish()
    session.flash('notice', 'Published. Whoever scans a code from now on sees these questions.')
    return response.redirect().back()
  }
}
