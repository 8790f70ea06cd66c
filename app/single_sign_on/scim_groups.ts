import { DateTime } from 'luxon'
import { validate } from 'uuid'
import Team from '#app/access/team'
import TeamMember from '#app/access/team_member'
import { TEAM_NAME_LENGTH } from '#app/access/team_validator'
import { ScimError } from '#app/single_sign_on/scim_error'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import type ScimGroupDraft from '#app/single_sign_on/scim_group_draft'

/** The groups of the company's directory are its teams: people who see each other's records. Rights stay with the roles. */
export const ScimGroups = {
  async bring(draft: ScimGroupDraft) {
    const team = await Team.make({ name: nameIn(draft), parentId: null })
    await this.change(team, draft)
    return team
  },

  async change(team: Team, draft: ScimGroupDraft) {
    await team.revise({ name: nameIn(draft), parentId: team.parentId })
    // Joining or leaving is a change of the group too, though not of the team's own row.
    await team.merge({ externalId: draft.externalId, updatedAt: DateTime.utc() }).save()
    if (draft.members) await gather(team, draft.members)
  },

  async remove(team: Team) {
    await team.remove()
  },
}

// A directory knows of members and nothing of who leads, so leads stay what they are.
async function gather(team: Team, members: Set<string>) {
  const ids = [...members]
  const known = await ScimPeople.query().whereIn('id', ids.filter(validate)).select('id')
  const unknown = ids.find((id) => !known.some((one) => one.id === id))
  if (unknown) throw new ScimError(`There is no user ${unknown.slice(0, 50)} here.`, 'invalidValue')
  const leads = await TeamMember.query().where({ teamId: team.id, isLead: true })
  await team.gather(ids.map((userId) => ({ userId, isLead: leads.some((lead) => lead.userId === userId) })))
}

function nameIn({ displayName }: ScimGroupDraft) {
  if (displayName && displayName.length <= TEAM_NAME_LENGTH) return displayName
  throw new ScimError(`displayName must have 1 to ${TEAM_NAME_LENGTH} characters.`, 'invalidValue')
}
