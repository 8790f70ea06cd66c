import type { HttpContext } from '@adonisjs/core/http'
import Identity from '#app/identity/identity'
import { sessionValidator } from '#app/identity/session_validator'

export default class SessionsController {
  create({ inertia }: HttpContext) {
    return inertia.render('identity/sessions/create', {})
  }

  async store({ request, response, auth }: HttpContext) {
    const { email, password } = await request.validateUsing(sessionValidator)
    const identity = await Identity.verifyCredentials(email, password)
    await auth.use('web').login(identity)
    return response.redirect().toPath('/')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().toRoute('identity.sessions.create')
  }
}
