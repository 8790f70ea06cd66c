import type { HttpContext } from '@adonisjs/core/http'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'

export default class StandardsController {
  async store({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    await flow.makeDefault()
    session.flash('notice', `Codes without a flow of their own ask the questions of ${flow.name} now.`)
    return response.redirect().back()
  }
}
