import type { HttpContext } from '@adonisjs/core/http'
import { admit } from '#app/sign_in/admission'
import { PASSWORD_LENGTH } from '#app/identity/password_input'
import { newPasswordValidator } from '#app/sign_in/asking_validator'
import { openLink, openLinkOrFail } from '#app/sign_in/opened_link'
import PasswordChange from '#app/sign_in/password_change'

export default class PasswordResetsController {
  async create(ctx: HttpContext) {
    await ctx.auth.check()
    const opened = await openLink(ctx, 'password_reset')
    return ctx.inertia.render('sign_in/password_resets/create', {
      email: opened?.identity.email ?? null,
      action: ctx.request.url(),
      shortest: PASSWORD_LENGTH,
    })
  }

  async store(ctx: HttpContext) {
    const { link, identity } = await openLinkOrFail(ctx, 'password_reset')
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    await new PasswordChange(identity).byLink(link, password)
    ctx.session.flash('notice', 'Your password is changed. Every other device was signed out.')
    return ctx.response.redirect().toPath(await admit(ctx, identity, { way: 'password_reset' }))
  }
}
