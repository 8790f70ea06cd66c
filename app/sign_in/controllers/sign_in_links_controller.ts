import type { HttpContext } from '@adonisjs/core/http'
import { askingValidator } from '#app/sign_in/asking_validator'
import { mayWriteTo } from '#app/sign_in/mail_limits'
import IdentityMail from '#app/sign_in/identity_mail'

/** Asking for a link to sign in. The answer is the same whoever the address belongs to: the sender finds out. */
export default class SignInLinksController {
  create({ inertia, session }: HttpContext) {
    const sentTo = session.flashMessages.get('sentTo', null) as string | null
    return inertia.render('sign_in/sign_in_links/create', { sentTo })
  }

  async store({ request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(askingValidator)
    if (await mayWriteTo(email, request.ip())) await IdentityMail.owe('sign_in_link', email)
    session.flash('sentTo', email)
    return response.redirect().toRoute('sign_in.sign_in_links.create')
  }
}
