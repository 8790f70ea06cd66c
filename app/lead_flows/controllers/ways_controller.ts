import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import BookingCalendar from '#app/bookings/booking_calendar'
import Team from '#app/access/team'
import User from '#app/identity/user'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowPolicy from '#app/lead_flows/lead_flow_policy'
import FlowWaysTransformer from '#app/lead_flows/flow_ways_transformer'
import { flowWaysValidator } from '#app/lead_flows/flow_ways_validator'

/** Where a flow stands open, and what becomes of a request that comes in by it. */
export default class WaysController {
  async edit({ params, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    return inertia.render('lead_flows/ways/edit', {
      flow: FlowWaysTransformer.transform(flow),
      start: `${appUrl}/f/${tenant.slug}/`,
      colleagues: ColleagueTransformer.transform(await User.active().orderBy('name')),
      teams: await Team.choices(),
      hasHours: (await BookingCalendar.current()).isOpenAtAll,
    })
  }

  async update({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(LeadFlowPolicy).authorize('update')
    const flow = await LeadFlow.findInUse(params.id)
    const ways = await request.validateUsing(flowWaysValidator)
    if (ways.assigneeId) await User.active().where('id', ways.assigneeId).firstOrFail()
    if (ways.teamId) await Team.findOrFail(ways.teamId)
    await flow.arrange(ways)
    session.flash('notice', 'Saved. It applies to requests from now on.')
    return response.redirect().back()
  }
}
