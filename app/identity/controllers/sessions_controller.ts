import type { HttpContext } from '@adonisjs/core/http'
import SignInAttempt, { signIn } from '#app/identity/sign_in_attempt'
import { sessionValidator } from '#app/identity/session_validator'

export default class SessionsController {
  create({ inertia }: HttpContext) {
    return inertia.render('identity/sessions/create', {})
  }

  async store(ctx: HttpContext) {
    const { email, password } = await ctx.request.validateUsing(sessionValidator)
    const identity = await new SignInAttempt(email, ctx.request.ip()).prove(password)
    await signIn(ctx, identity)
    return ctx.response.redirect().toPath(ctx.session.pullIntendedUrl() ?? '/')
  }

  async destroy({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    return response.redirect().toRoute('identity.sessions.create')
  }
}
