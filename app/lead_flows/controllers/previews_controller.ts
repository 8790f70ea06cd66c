import type { HttpContext } from '@adonisjs/core/http'
import { letFrame } from '#app/platform/http/framing'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import { shownVersionValidator } from '#app/lead_flows/lead_flow_validator'
import { previewPage } from '#app/requests/preview_page'

export default class PreviewsController {
  async show(ctx: HttpContext) {
    const { params, request, bouncer, tenant, view } = ctx
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    const { version, language } = await request.validateUsing(shownVersionValidator)
    const shown = version ? await flow.versionNumbered(version) : await flow.latest()
    shown.$setRelated('flow', flow)
    const page = await previewPage(tenant, shown, language)
    letFrame(ctx, ["'self'"])
    return view.render('public/request', page)
  }
}
