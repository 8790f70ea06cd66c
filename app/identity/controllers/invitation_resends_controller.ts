import type { HttpContext } from '@adonisjs/core/http'
import InvitationPolicy from '#app/identity/invitation_policy'
import Invitation from '#app/identity/invitation'

export default class InvitationResendsController {
  async store({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(InvitationPolicy).authorize('resend')
    const invitation = await Invitation.findOrFail(params.id)
    await invitation.resend()
    session.flash('notice', `Invitation sent again to ${invitation.email}`)
    return response.redirect().back()
  }
}
