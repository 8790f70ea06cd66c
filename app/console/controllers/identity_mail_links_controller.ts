import type { HttpContext } from '@adonisjs/core/http'
import { showOnce } from '#app/identity/shown_once'
import { requireRevealedLinks } from '#app/identity/link_reveal'
import { superUserOf } from '#app/console/super_user_unit'
import { UserLinkRevealed } from '#app/console/company_events'
import { recordInCompanies } from '#app/sign_in/sign_in_events'
import { MailReveal } from '#app/sign_in/mail_reveal'
import IdentityMail from '#app/sign_in/identity_mail'

export default class IdentityMailLinksController {
  async store(ctx: HttpContext) {
    requireRevealedLinks()
    const mail = await IdentityMail.findOrFail(ctx.params.id)
    const by = superUserOf(ctx)
    const { identity, secret } = await new MailReveal(mail).by(by.name)
    if (identity) await recordInCompanies(identity, UserLinkRevealed, { kind: mail.kind }, { by })
    ctx.logger.info({ kind: mail.kind, mail: mail.id }, 'Link of a mail revealed')
    showOnce(ctx, secret)
    return ctx.response.redirect().back()
  }
}
