import type { HttpContext } from '@adonisjs/core/http'
import PermissionTransformer from '#app/access/permission_transformer'
import RolePolicy from '#app/access/role_policy'
import Team from '#app/access/team'
import User from '#app/identity/user'

/** What a member can do, and why. */
export default class PermissionsController {
  async show({ params, bouncer, inertia }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('explain')
    const member = await User.withRights().where('id', params.id).firstOrFail()
    const teams = await Team.query()
      .whereHas('members', (members) => members.where('userId', member.id))
      .preload('members', (members) => members.where('userId', member.id))
      .orderBy('name')
    const reached = await Team.query()
      .whereIn('id', member.granted?.teams ?? [])
      .orderBy('name')
    return inertia.render('access/permissions/show', {
      member: PermissionTransformer.transform(member),
      teams: teams.map(({ id, name, members }) => ({ id, name, isLead: members[0].isLead })),
      below: reached.filter(({ id }) => !teams.some((team) => team.id === id)).map(({ name }) => name),
    })
  }
}
