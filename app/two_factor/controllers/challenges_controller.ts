import type { HttpContext } from '@adonisjs/core/http'
import { codeValidator } from '#app/two_factor/code_validator'
import { pendingSignIn } from '#app/sign_in/pending_sign_in'
import { PendingSignInOverError } from '#app/two_factor/errors'
import { signIn } from '#app/sign_in/sign_in'
import SecondFactor from '#app/two_factor/second_factor'

/** The second step of signing in. */
export default class ChallengesController {
  async create(ctx: HttpContext) {
    if (!(await pendingSignIn(ctx))) throw new PendingSignInOverError()
    return ctx.inertia.render('two_factor/challenges/create', {})
  }

  async store(ctx: HttpContext) {
    const pending = await pendingSignIn(ctx)
    if (!pending) throw new PendingSignInOverError()
    const { code } = await ctx.request.validateUsing(codeValidator)
    await new SecondFactor(pending.identity, ctx).prove(code)
    ctx.session.forget('pendingSignIn')
    const intended = ctx.session.pullIntendedUrl()
    await signIn(ctx, pending.identity, pending)
    return ctx.response.redirect().toPath(intended ?? '/')
  }
}
