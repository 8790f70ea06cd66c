import { Current } from '#app/platform/database/current'
import Team from '#app/access/team'
import User from '#app/identity/user'
import type LeadFlow from '#app/lead_flows/lead_flow'
import type Lead from '#app/leads/lead'

/** What its flow has arranged for a request that came in. Who left the company meanwhile is passed over. */
export function followFlow(lead: Lead, flow: LeadFlow) {
  const { id, name, teamId, assigneeId, leadStatus } = flow
  return Current.as({ kind: 'rule', id, name }, async () => {
    const team = teamId && (await Team.find(teamId))
    if (team) await lead.giveTo(team)
    const assignee = assigneeId && (await User.active().where('id', assigneeId).first())
    if (assignee) await lead.assign(assignee)
    if (leadStatus === 'in_progress') await lead.start()
  })
}
