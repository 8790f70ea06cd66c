import type { HttpContext } from '@adonisjs/core/http'
import { confirmationValidator } from '#app/sign_in/confirmation_validator'
import { noteProof } from '#app/sign_in/proof'
import Confirmation from '#app/sign_in/confirmation'

/** Asks somebody who is signed in to show again that it is them. */
export default class ConfirmationsController {
  create({ inertia }: HttpContext) {
    return inertia.render('sign_in/confirmations/create', {})
  }

  async store(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(confirmationValidator)
    await new Confirmation(ctx.auth.getUserOrFail()).prove(password)
    const intended = ctx.session.pullIntendedUrl()
    await noteProof(ctx)
    return intended ? ctx.response.redirect().toPath(intended) : ctx.response.redirect().back()
  }
}
