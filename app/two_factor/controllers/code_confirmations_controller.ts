import type { HttpContext } from '@adonisjs/core/http'
import { codeValidator } from '#app/two_factor/code_validator'
import { noteProof } from '#app/sign_in/proof'
import { CodeRequiredError } from '#app/two_factor/errors'
import SecondFactor from '#app/two_factor/second_factor'

/** Somebody who has no password confirms with a code of their app. */
export default class CodeConfirmationsController {
  async store(ctx: HttpContext) {
    const identity = ctx.auth.getUserOrFail()
    const { code } = await ctx.request.validateUsing(codeValidator)
    if (!identity.twoFactorAt) throw new CodeRequiredError()
    await new SecondFactor(identity, ctx).prove(code)
    const intended = ctx.session.pullIntendedUrl()
    await noteProof(ctx)
    return intended ? ctx.response.redirect().toPath(intended) : ctx.response.redirect().back()
  }
}
