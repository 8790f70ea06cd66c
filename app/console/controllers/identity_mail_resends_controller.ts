import type { HttpContext } from '@adonisjs/core/http'
import { superUserOf } from '#app/console/super_user_unit'
import { UserMailResent } from '#app/console/company_events'
import { recordInCompanies } from '#app/sign_in/sign_in_events'
import Identity from '#app/identity/identity'
import IdentityMail from '#app/sign_in/identity_mail'

export default class IdentityMailResendsController {
  async store(ctx: HttpContext) {
    const { kind, recipient } = await (await IdentityMail.findOrFail(ctx.params.id)).resend()
    const identity = await Identity.byEmail(recipient)
    if (identity) await recordInCompanies(identity, UserMailResent, { kind }, { by: superUserOf(ctx) })
    ctx.logger.info({ kind, mail: ctx.params.id }, 'Mail to a person sent again')
    ctx.session.flash('notice', 'The mail is on its way again')
    return ctx.response.redirect().back()
  }
}
