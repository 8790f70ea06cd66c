import type { HttpContext } from '@adonisjs/core/http'
import { insideCompany } from '#app/console/super_user_unit'
import { invitationValidator } from '#app/identity/user_validator'
import Invitation from '#app/identity/invitation'

export default class InvitationsController {
  async store(ctx: HttpContext) {
    const invitee = await ctx.request.validateUsing(invitationValidator)
    const { email } = await insideCompany(ctx, () => Invitation.send(invitee))
    ctx.session.flash('notice', `Invitation sent to ${email}`)
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await insideCompany(ctx, async () => (await Invitation.findOrFail(ctx.params.id)).revoke())
    ctx.session.flash('notice', 'The invitation no longer works')
    return ctx.response.redirect().back()
  }
}
