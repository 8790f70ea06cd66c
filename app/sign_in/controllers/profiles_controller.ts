import type { HttpContext } from '@adonisjs/core/http'
import { profileValidator } from '#app/sign_in/account_validator'

export default class ProfilesController {
  edit({ auth, inertia }: HttpContext) {
    const { name, email } = auth.getUserOrFail()
    return inertia.render('sign_in/profiles/edit', { profile: { name, email } })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const { name } = await request.validateUsing(profileValidator)
    await auth.getUserOrFail().merge({ name }).save()
    session.flash('notice', 'Your name is saved')
    return response.redirect().back()
  }
}
