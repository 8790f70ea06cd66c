import type { HttpContext } from '@adonisjs/core/http'
import { FlowComparison } from '#app/lead_flows/flow_comparison'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import { comparisonValidator } from '#app/lead_flows/lead_flow_validator'

export default class ComparisonsController {
  async show({ params, request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('index')
    const flow = await LeadFlow.findInUse(params.id)
    const { other, days = '90' } = await request.validateUsing(comparisonValidator)
    const others = await LeadFlow.inUse().whereNot('id', flow.id).orderBy('name').orderBy('id').limit(200)
    const against = other
      ? await LeadFlow.inUse().whereNot('id', flow.id).where('id', other).firstOrFail()
      : others[0]
    return inertia.render('lead_flows/comparisons/show', {
      flow: { id: flow.id, name: flow.name },
      others: others.map(({ id, name }) => ({ id, name })),
      filters: { other: against?.id ?? null, days },
      outcome: against
        ? await new FlowComparison([flow, against], tenant.timeZone, Number(days)).outcome()
        : null,
    })
  }
}
