import type { HttpContext } from '@adonisjs/core/http'
import { invitationValidator } from '#app/identity/user_validator'
import InvitationPolicy from '#app/identity/invitation_policy'
import Appointment from '#app/identity/appointment'
import Invitation from '#app/identity/invitation'

export default class InvitationsController {
  async store({ request, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(InvitationPolicy).authorize('store')
    const invitee = await request.validateUsing(invitationValidator)
    const chosen = await new Appointment(user).ofNewcomer(invitee)
    const { email } = await Invitation.send({ ...invitee, ...chosen, by: user })
    session.flash('notice', `Invitation sent to ${email}`)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(InvitationPolicy).authorize('revoke')
    const invitation = await Invitation.findOrFail(params.id)
    await invitation.revoke()
    session.flash('notice', `The invitation of ${invitation.name} no longer works`)
    return response.redirect().back()
  }
}
