import type { HttpContext } from '@adonisjs/core/http'
import { insideCompany } from '#app/console/super_user_unit'
import Invitation from '#app/identity/invitation'

export default class InvitationResendsController {
  async store(ctx: HttpContext) {
    await insideCompany(ctx, async () => (await Invitation.findOrFail(ctx.params.id)).resend())
    ctx.session.flash('notice', 'The invitation is sent again')
    return ctx.response.redirect().back()
  }
}
