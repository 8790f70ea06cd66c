import { appUrl } from '#config/app'
import type Team from '#app/access/team'
import User from '#app/identity/user'
import TeamMember from '#app/access/team_member'
import { versionOf } from '#app/single_sign_on/scim_answer'
import { locationOf as userLocation } from '#app/single_sign_on/scim_user_resource'

export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** Teams as RFC 7643 describes groups, with the members of all of them in two queries. */
export async function scimGroupsOf(teams: Team[]) {
  const memberships = await TeamMember.query()
    .whereIn(
      'teamId',
      teams.map(({ id }) => id)
    )
    .orderBy('userId')
  const people = await User.query()
    .whereIn('id', [...new Set(memberships.map(({ userId }) => userId))])
    .whereNull('leftDirectoryAt')
    .select('id', 'name')
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return teams.map((team) =>
    groupOf(
      team,
      memberships
        .filter(({ teamId, userId }) => teamId === team.id && names.has(userId))
        .map(({ userId }) => ({ id: userId, name: names.get(userId)! }))
    )
  )
}

export const scimGroupOf = async (team: Team) => (await scimGroupsOf([team]))[0]

function groupOf(
  { id, name, externalId, createdAt, updatedAt }: Team,
  people: { id: string; name: string }[]
) {
  return {
    schemas: [GROUP_SCHEMA],
    id,
    ...(externalId && { externalId }),
    displayName: name,
    members: people.map((one) => ({
      value: one.id,
      $ref: userLocation(one),
      type: 'User',
      display: one.name,
    })),
    meta: {
      resourceType: 'Group',
      created: createdAt.toISO(),
      lastModified: updatedAt.toISO(),
      version: versionOf([name, externalId, people]),
      location: `${appUrl}/scim/v2/Groups/${id}`,
    },
  }
}
