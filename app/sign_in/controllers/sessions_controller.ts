import type { HttpContext } from '@adonisjs/core/http'
import { registration } from '#config/registration'
import { sessionValidator } from '#app/sign_in/session_validator'
import PushSubscription from '#app/deliveries/push_subscription'
import { deviceKey } from '#app/sign_in/device_key'
import { admit } from '#app/sign_in/admission'
import { leaveVisit } from '#app/impersonations/open_visit'
import { expectBack, wayOut } from '#app/single_sign_on/session_at_issuer'
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

  async destroy(ctx: HttpContext) {
    const { auth, session, request, response, inertia } = ctx
    await leaveVisit(auth.getUserOrFail())
    const out = await wayOut(ctx)
    const device: string | undefined = session.get('device')
    if (device) await PushSubscription.forgetOn(device)
    await auth.use('web').logout()
    session.clear()
    if (!out) return response.redirect().toRoute('sign_in.sessions.create')
    expectBack(ctx, out.state)
    if (request.header('X-Inertia')) inertia.location(out.address.href)
    else response.redirect(out.address.href)
  }
}
