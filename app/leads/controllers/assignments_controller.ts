import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/current'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import LeadTransformer from '#app/leads/lead_transformer'
import { assignmentValidator } from '#app/leads/lead_validator'

export default class AssignmentsController {
  async store({ params, request, response, session, bouncer, user, tenant, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('assign', lead)
    const { assigneeId } = await request.validateUsing(assignmentValidator)
    const assignee = assigneeId ? await User.active().where('id', assigneeId).firstOrFail() : null
    await lead.assign(assignee)
    if (Current.actor.kind === 'api') {
      await lead.load('assignee')
      return serialize(LeadTransformer.transform(lead, tenant.country))
    } else {
      session.flash('notice', assignee ? `Assigned to ${assignee.name}` : 'Assigned to nobody')
      return response.redirect().back()
    }
  }
}
