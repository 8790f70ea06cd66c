import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Team from '#app/access/team'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { holdUnchanged } from '#app/api/entity_tag'
import Conversation from '#app/messages/conversation'
import { leadAnswer } from '#app/leads/lead_answer'
import { assignmentValidator } from '#app/leads/lead_validator'

export default class AssignmentsController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, bouncer, user } = ctx
    const lead = await Lead.visibleTo(user).where('leads.id', params.id).firstOrFail()
    await bouncer.with(LeadPolicy).authorize('assign', lead)
    const { assigneeId, teamId } = await request.validateUsing(assignmentValidator)
    const assignee = assigneeId ? await User.active().where('id', assigneeId).firstOrFail() : null
    const team = teamId ? await Team.findOrFail(teamId) : null
    await holdUnchanged(ctx, lead, () => leadAnswer(ctx, lead))
    const previousId = lead.assigneeId
    await lead.assign(assignee)
    await Conversation.follow(lead, previousId)
    if (teamId !== undefined) await lead.giveTo(team)
    if (Current.actor.kind === 'api') {
      return leadAnswer(ctx, lead)
    } else {
      session.flash('notice', `Assigned to ${(assignee ?? team)?.name ?? 'nobody'}`)
      return response.redirect().back()
    }
  }
}
