import type { HttpContext } from '@adonisjs/core/http'
import { requireProof } from '#app/sign_in/proof'
import { areLinksRevealed } from '#app/identity/link_reveal'
import { teamFiltersValidator, userValidator } from '#app/identity/user_validator'
import InvitationTransformer from '#app/identity/invitation_transformer'
import UserTransformer from '#app/identity/user_transformer'
import UserPolicy from '#app/identity/user_policy'
import Invitation from '#app/identity/invitation'
import MemberList from '#app/identity/member_list'
import User from '#app/identity/user'

export default class UsersController {
  async index({ request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('index')
    const filters = await request.validateUsing(teamFiltersValidator)
    const members = new MemberList(filters)
    const { rows, nextCursor } = await members.page()
    const invitations = await Invitation.pending().orderBy('id', 'desc').limit(100)
    return inertia.render('identity/users/index', {
      users: UserTransformer.transform(rows, tenant.country),
      meta: { nextCursor, count: await members.count() },
      filters,
      invitations: InvitationTransformer.transform(invitations),
      areLinksRevealed: areLinksRevealed(),
    })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, bouncer, tenant, session } = ctx
    await bouncer.with(UserPolicy).authorize('update')
    const user = await User.findOrFail(params.id)
    const changes = await request.validateUsing(userValidator, { meta: { country: tenant.country } })
    if (changes.role !== user.role) requireProof(ctx)
    await user.change(changes)
    session.flash('notice', `Saved ${user.name}`)
    return response.redirect().back()
  }
}
