import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/identity/user_policy'
import User from '#app/identity/user'

export default class UserDeactivationsController {
  async store({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('deactivate')
    const user = await User.findOrFail(params.id)
    await user.deactivate()
    session.flash('notice', `${user.name} can no longer sign in here`)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('deactivate')
    const user = await User.findOrFail(params.id)
    await user.reactivate()
    session.flash('notice', `${user.name} can sign in again`)
    return response.redirect().back()
  }
}
