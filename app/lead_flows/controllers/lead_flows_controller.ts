import type { HttpContext } from '@adonisjs/core/http'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowDraftTransformer from '#app/lead_flows/lead_flow_draft_transformer'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import LeadFlowTransformer from '#app/lead_flows/lead_flow_transformer'
import { leadFlowDraftValidator, newLeadFlowValidator } from '#app/lead_flows/lead_flow_validator'

export default class LeadFlowsController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('index')
    return inertia.render('lead_flows/lead_flows/index', {
      flows: LeadFlowTransformer.transform(await LeadFlow.listed()),
    })
  }

  async store({ request, response, bouncer }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('create')
    const { name } = await request.validateUsing(newLeadFlowValidator)
    const flow = await LeadFlow.begin(name)
    return response.redirect().toRoute('lead_flows.lead_flows.edit', { id: flow.id })
  }

  async edit({ params, bouncer, inertia }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    return inertia.render('lead_flows/lead_flows/edit', {
      flow: LeadFlowDraftTransformer.transform(await flow.latest(), flow),
    })
  }

  async update({ params, request, response, bouncer }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    await flow.revise(await request.validateUsing(leadFlowDraftValidator))
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('archive')
    const flow = await LeadFlow.findInUse(params.id)
    await flow.archive()
    session.flash('notice', `${flow.name} is out of use. Its codes ask the standard questions now.`)
    return response.redirect().toRoute('lead_flows.lead_flows.index')
  }
}
