import type { HttpContext } from '@adonisjs/core/http'
import { showOnce } from '#app/identity/shown_once'
import { insideCompany } from '#app/console/super_user_unit'
import { requireRevealedLinks } from '#app/identity/link_reveal'
import Invitation from '#app/identity/invitation'

export default class InvitationLinksController {
  async store(ctx: HttpContext) {
    requireRevealedLinks()
    const link = await insideCompany(ctx, async () =>
      (await Invitation.findOrFail(ctx.params.id)).revealLink()
    )
    showOnce(ctx, link)
    return ctx.response.redirect().back()
  }
}
