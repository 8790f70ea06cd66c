import Team from '#app/access/team'
import User from '#app/identity/user'
import type { LeadFilters } from '#app/leads/lead_list'

/** Whom and what a filter names has to be of this company. */
export async function requireNamed({ assignee, team }: LeadFilters) {
  if (assignee && !['me', 'none'].includes(assignee)) await User.findOrFail(assignee)
  if (team) await Team.findOrFail(team)
}
