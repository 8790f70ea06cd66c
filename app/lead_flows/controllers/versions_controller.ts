import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import FlowVersionTransformer from '#app/lead_flows/flow_version_transformer'
import { flowVersionsValidator } from '#app/lead_flows/lead_flow_validator'

export default class VersionsController {
  async index({ params, request, bouncer, inertia }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    const { after } = await request.validateUsing(flowVersionsValidator)
    const versions = LeadFlowVersion.query().where('leadFlowId', flow.id)
    const { rows, nextCursor } = await newestFirst(versions, after)
    return inertia.render('lead_flows/versions/index', {
      flow: { id: flow.id, name: flow.name, publishedVersionId: flow.publishedVersionId },
      versions: FlowVersionTransformer.transform(rows),
      meta: { nextCursor },
    })
  }
}
