import type { HttpContext } from '@adonisjs/core/http'
import { askingValidator } from '#app/sign_in/asking_validator'
import EmailChange from '#app/sign_in/email_change'

/** A person wants another address for their login. */
export default class EmailChangesController {
  async store({ auth, request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(askingValidator)
    const from = { ip: request.ip(), deviceId: session.get('device') }
    await EmailChange.ask(auth.getUserOrFail(), email, from)
    session.flash('notice', 'Look in both inboxes')
    return response.redirect().toRoute('sign_in.profiles.edit')
  }

  async destroy({ auth, response, session }: HttpContext) {
    await EmailChange.endOf(auth.getUserOrFail())
    session.flash('notice', 'Your address stays as it is')
    return response.redirect().toRoute('sign_in.profiles.edit')
  }
}
