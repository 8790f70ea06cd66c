import type { HttpContext } from '@adonisjs/core/http'
import { deviceKey } from '#app/sign_in/device_key'
import { signIn } from '#app/sign_in/sign_in'
import { forgetPendingConnection, pendingConnection } from '#app/social_accounts/pending_connection'
import { proofValidator } from '#app/social_accounts/social_account_validator'
import { labelOf } from '#app/social_accounts/social_provider'
import SignInAttempt from '#app/sign_in/sign_in_attempt'
import SecondFactor from '#app/two_factor/second_factor'
import SocialAccount from '#app/social_accounts/social_account'

/** The first sign-in with an account elsewhere: whoever owns the login shows it once, with all that they have. */
export default class ConnectionsController {
  async create(ctx: HttpContext) {
    const { identity, provider } = await pendingConnection(ctx)
    return ctx.inertia.render('social_accounts/connections/create', {
      email: identity.email,
      provider: labelOf(provider),
      asksPassword: identity.password !== null,
      asksCode: identity.twoFactorAt !== null,
    })
  }

  async store(ctx: HttpContext) {
    const { identity, provider, ...person } = await pendingConnection(ctx)
    const { password, code } = await ctx.request.validateUsing(proofValidator)
    if (identity.password)
      await new SignInAttempt(identity.email, ctx.request.ip(), deviceKey(ctx)).prove(password ?? '')
    await new SecondFactor(identity, ctx).proveWhereOn(code)
    forgetPendingConnection(ctx)
    await SocialAccount.connect(identity, provider, person)
    const intended = ctx.session.pullIntendedUrl()
    await signIn(ctx, identity, { way: 'social' })
    ctx.session.flash('notice', `${labelOf(provider)} is connected`)
    return ctx.response.redirect().toPath(intended ?? '/')
  }
}
