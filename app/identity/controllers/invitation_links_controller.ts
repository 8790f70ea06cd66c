import type { HttpContext } from '@adonisjs/core/http'
import { requireGivable } from '#app/access/givable'
import { requireRevealedLinks } from '#app/identity/link_reveal'
import { showOnce } from '#app/identity/shown_once'
import InvitationPolicy from '#app/identity/invitation_policy'
import Invitation from '#app/identity/invitation'

export default class InvitationLinksController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(InvitationPolicy).authorize('reveal')
    const invitation = await Invitation.findOrFail(ctx.params.id)
    requireRevealedLinks()
    // Whoever opens the link has the role, so it is for those who might give it.
    requireGivable(ctx.user.rights, await invitation.rights())
    showOnce(ctx, await invitation.revealLink())
    return ctx.response.redirect().back()
  }
}
