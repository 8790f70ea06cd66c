import type { HttpContext } from '@adonisjs/core/http'
import { requireProof } from '#app/sign_in/proof'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import { areLinksRevealed } from '#app/identity/link_reveal'
import { teamFiltersValidator, userValidator } from '#app/identity/user_validator'
import InvitationTransformer from '#app/identity/invitation_transformer'
import UserTransformer from '#app/identity/user_transformer'
import UserPolicy from '#app/identity/user_policy'
import Invitation from '#app/identity/invitation'
import Appointment from '#app/identity/appointment'
import RoleTransformer from '#app/access/role_transformer'
import Role from '#app/access/role'
import Team from '#app/access/team'
import TeamTransformer from '#app/access/team_transformer'
import RolePolicy from '#app/access/role_policy'
import MemberList from '#app/identity/member_list'
import User from '#app/identity/user'

export default class UsersController {
  async index({ request, bouncer, tenant, inertia, serialize }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('index')
    const filters = await request.validateUsing(teamFiltersValidator)
    const members = new MemberList(filters)
    const { rows, nextCursor } = await members.page()
    const users = UserTransformer.transform(rows, tenant.country)
    if (Current.actor.kind === 'api') return { ...(await serialize(users)), meta: { nextCursor } }
    const invitations = await Invitation.pending().orderBy('id', 'desc').limit(100)
    return inertia.render('identity/users/index', {
      users,
      meta: { nextCursor, count: await members.count() },
      filters,
      invitations: InvitationTransformer.transform(invitations),
      areLinksRevealed: areLinksRevealed(),
      roles: RoleTransformer.transform(await Role.query().orderByRaw('lower(name)').limit(200)),
      teams: TeamTransformer.transform(
        await Team.query().preload('members').orderByRaw('lower(name)').limit(500)
      ),
      may: {
        appoint: await bouncer.with(UserPolicy).allows('appoint'),
        explain: await bouncer.with(RolePolicy).allows('explain'),
      },
    })
  }

  async show({ params, bouncer, tenant, serialize }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('index')
    const user = await User.people().where('id', params.id).firstOrFail()
    return serialize(UserTransformer.transform(user, tenant.country))
  }

  async update(ctx: HttpContext) {
    const { params, request, response, bouncer, tenant, session, serialize, user: by } = ctx
    await bouncer.with(UserPolicy).authorize('update')
    const user = await User.withRights().where({ id: params.id, kind: 'person' }).firstOrFail()
    const { role, roleId, ...facts } = await request.validateUsing(userValidator, {
      meta: { country: tenant.country },
    })
    const answer = async () => serialize(UserTransformer.transform(user, tenant.country))
    const chosen = await new Appointment(by).of(user, { role, roleId })
    if (chosen.role !== user.role || chosen.roleId !== user.roleId) {
      await bouncer.with(UserPolicy).authorize('appoint')
      if (Current.actor.kind !== 'api') requireProof(ctx)
    }
    await holdUnchanged(ctx, user, answer)
    await user.change({ ...facts, ...chosen })
    if (Current.actor.kind === 'api') return answer()
    session.flash('notice', `Saved ${user.name}`)
    return response.redirect().back()
  }
}
