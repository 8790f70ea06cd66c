import type { HttpContext } from '@adonisjs/core/http'
import { newPasswordValidator } from '#app/sign_in/asking_validator'
import { rotateSession } from '#app/sign_in/proof'
import PasswordChange from '#app/sign_in/password_change'

export default class PasswordsController {
  async update(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    const here = { sessionId: ctx.session.sessionId, deviceId: ctx.session.get('device') }
    await new PasswordChange(ctx.auth.getUserOrFail()).byOwner(password, here)
    await rotateSession(ctx)
    ctx.session.flash('notice', 'Your password is changed. Every other device was signed out.')
    return ctx.response.redirect().back()
  }
}
