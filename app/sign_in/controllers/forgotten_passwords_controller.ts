import type { HttpContext } from '@adonisjs/core/http'
import { askingValidator } from '#app/sign_in/asking_validator'
import { mayWriteTo } from '#app/sign_in/mail_limits'
import IdentityMail from '#app/sign_in/identity_mail'

/** Asking for a link to a new password. The answer is the same whoever the address belongs to: the sender finds out. */
export default class ForgottenPasswordsController {
  create({ inertia, session }: HttpContext) {
    const sentTo = session.flashMessages.get('sentTo', null) as string | null
    return inertia.render('sign_in/forgotten_passwords/create', { sentTo })
  }

  async store({ request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(askingValidator)
    if (await mayWriteTo(email, request.ip())) await IdentityMail.owe('password_reset', email)
    session.flash('sentTo', email)
    return response.redirect().toRoute('sign_in.forgotten_passwords.create')
  }
}
