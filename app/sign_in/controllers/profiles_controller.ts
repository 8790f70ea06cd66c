import type { HttpContext } from '@adonisjs/core/http'
import { profileValidator } from '#app/sign_in/account_validator'
import EmailChange from '#app/sign_in/email_change'

export default class ProfilesController {
  async edit({ auth, inertia }: HttpContext) {
    const identity = auth.getUserOrFail()
    const change = await EmailChange.of(identity)
    return inertia.render('sign_in/profiles/edit', {
      profile: { name: identity.name, email: identity.email },
      pending: change && {
        newEmail: change.newEmail,
        isApproved: change.approvedAt !== null,
        isProved: change.provedAt !== null,
        expiresAt: change.expiresAt.toISO()!,
      },
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const { name } = await request.validateUsing(profileValidator)
    await auth.getUserOrFail().merge({ name }).save()
    session.flash('notice', 'Your name is saved')
    return response.redirect().back()
  }
}
