import type Team from '#app/access/team'
import type User from '#app/identity/user'
import { LeadClosedError } from '#app/leads/errors'
import type Lead from '#app/leads/lead'
import { LeadAssigned, LeadGiven } from '#app/leads/lead_events'
import { tellFormerHolder } from '#app/leads/lead_news'

/** A lead on its way into other hands. The same hands again are calm. */
export default class LeadHandover {
  constructor(private lead: Lead) {}

  async toColleague(assignee: User | null) {
    const { lead } = this
    await lead.lock()
    const previousId = lead.assigneeId
    const assigneeId = assignee?.id ?? null
    if (assigneeId === previousId) return
    await this.keep({ assigneeId })
    await LeadAssigned.record(lead, { number: lead.number, assigneeId, previousId })
    await lead.tellScreens()
    if (previousId) await tellFormerHolder(previousId)
  }

  async toTeam(team: Team | null) {
    const { lead } = this
    await lead.lock()
    const teamId = team?.id ?? null
    const previousId = lead.teamId ?? null
    if (teamId === previousId) return
    await this.keep({ teamId })
    await LeadGiven.record(lead, { number: lead.number, teamId, teamName: team?.name ?? null, previousId })
    await lead.tellScreens()
  }

  private async keep(hands: Partial<Pick<Lead, 'assigneeId' | 'teamId'>>) {
    if (this.lead.isCancelled) throw new LeadClosedError()
    await this.lead.merge(hands).save()
  }
}
