import type { HttpContext } from '@adonisjs/core/http'
import { letFrame } from '#app/platform/http/framing'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import { previewPage } from '#app/requests/preview_page'

export default class PreviewsController {
  async show(ctx: HttpContext) {
    const { params, bouncer, tenant, view } = ctx
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.inUse().where('id', params.id).firstOrFail()
    const page = await previewPage(tenant, await flow.latest())
    letFrame(ctx, ["'self'"])
    return view.render('public/request', page)
  }
}
