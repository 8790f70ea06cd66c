import type { HttpContext } from '@adonisjs/core/http'
import { registration } from '#config/registration'
import { sessionValidator } from '#app/sign_in/session_validator'
import { deviceKey } from '#app/sign_in/device_key'
import { admit } from '#app/sign_in/admission'
import { leaveVisit } from '#app/impersonations/open_visit'
import { offeredProviders } from '#app/social_accounts/social_provider'
import SignInAttempt from '#app/sign_in/sign_in_attempt'

export default class SessionsController {
  create({ inertia }: HttpContext) {
    return inertia.render('sign_in/sessions/create', {
      socialProviders: offeredProviders(),
      canRegister: registration.isOpen,
    })
  }

  async store(ctx: HttpContext) {
    const { email, password, isRemembered } = await ctx.request.validateUsing(sessionValidator)
    const identity = await new SignInAttempt(email, ctx.request.ip(), deviceKey(ctx)).prove(password)
    return ctx.response.redirect().toPath(await admit(ctx, identity, { way: 'password', isRemembered }))
  }

  async destroy({ auth, session, response }: HttpContext) {
    await leaveVisit(auth.getUserOrFail())
    await auth.use('web').logout()
    session.clear()
    return response.redirect().toRoute('sign_in.sessions.create')
  }
}
