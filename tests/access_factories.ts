import Role, { type RoleDraft } from '#app/access/role'
import Team from '#app/access/team'
import type { StandardRole } from '#app/access/standard_roles'
import User from '#app/identity/user'
import { makeMember, unique, type Company } from '#tests/factories'

/** A custom role, inside the current unit. */
export const makeRole = (basedOn: StandardRole, draft: Partial<RoleDraft> = {}) =>
  Role.make({ name: unique('Role'), description: null, grants: {}, fields: {}, ...draft, basedOn })

/** A member with a custom role of their own; `user` is loaded anew, with the rights it has by now, by `reload`. */
export async function makeMemberWith(
  { tenant, inside }: Company,
  basedOn: StandardRole,
  draft: Partial<RoleDraft>
) {
  const member = await makeMember(tenant, basedOn)
  const role = await inside(() => makeRole(basedOn, draft))
  await inside(() => member.user.change({ roleId: role.id }))
  const reload = () => inside(() => withRights(member.user))
  return { ...member, role, reload, user: await reload() }
}

export const withRights = ({ id }: { id: string }) => User.withRights().where('id', id).firstOrFail()

/** A team of these people, inside the current unit. */
export async function makeTeam(people: User[] = [], parent: Team | null = null) {
  const team = await Team.make({ name: unique('Team'), parentId: parent?.id ?? null })
  await team.gather(people.map(({ id }) => ({ userId: id, isLead: false })))
  return team
}
