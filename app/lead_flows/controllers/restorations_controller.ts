import type { HttpContext } from '@adonisjs/core/http'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import { restoredVersionValidator } from '#app/lead_flows/lead_flow_validator'

export default class RestorationsController {
  async store({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    const { version } = await request.validateUsing(restoredVersionValidator)
    await flow.goBackTo(version)
    session.flash('notice', `The questions of version ${version} are the draft now. Publish it to use them.`)
    return response.redirect().toRoute('lead_flows.lead_flows.edit', { id: flow.id })
  }
}
