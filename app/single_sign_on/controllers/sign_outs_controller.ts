import type { HttpContext } from '@adonisjs/core/http'
import { isBack } from '#app/single_sign_on/session_at_issuer'

/** Where the issuer sends somebody who has signed out there. */
export default class SignOutsController {
  show(ctx: HttpContext) {
    if (isBack(ctx)) ctx.session.flash('notice', 'You are signed out, here and at your identity provider')
    return ctx.response.redirect().toRoute('sign_in.sessions.create')
  }
}
