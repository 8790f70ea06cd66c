import type { HttpContext } from '@adonisjs/core/http'
import { newId } from '#app/platform/ids'
import { mailedCodeValidator } from '#app/sign_in/confirmation_validator'
import { MailedCodeRefusedError, OwnCredentialError } from '#app/sign_in/errors'
import { countOwnMail } from '#app/sign_in/mail_limits'
import { noteProof } from '#app/sign_in/proof'
import ConfirmationCode from '#app/sign_in/confirmation_code'
import IdentityMail from '#app/sign_in/identity_mail'
import type Identity from '#app/identity/identity'

/** Confirms by mail that it is them: for people who have neither a password nor a second factor. */
export default class MailedConfirmationsController {
  async store({ auth, response, session }: HttpContext) {
    const identity = withoutCredential(auth.getUserOrFail())
    await countOwnMail(identity.id)
    const codeId = newId()
    session.put('confirmationCode', codeId)
    await IdentityMail.owe('confirmation_code', identity.email, { codeId })
    return response.redirect().back()
  }

  async update(ctx: HttpContext) {
    const identity = withoutCredential(ctx.auth.getUserOrFail())
    const { code } = await ctx.request.validateUsing(mailedCodeValidator)
    const codeId: string | null = ctx.session.get('confirmationCode', null)
    if (!codeId || !(await ConfirmationCode.consume(codeId, identity, code)))
      throw new MailedCodeRefusedError()
    ctx.session.forget('confirmationCode')
    const intended = ctx.session.pullIntendedUrl()
    await noteProof(ctx)
    return intended ? ctx.response.redirect().toPath(intended) : ctx.response.redirect().back()
  }
}

// A mailbox is no way round a stronger credential.
function withoutCredential(identity: Identity) {
  if (identity.password || identity.twoFactorAt) throw new OwnCredentialError()
  return identity
}
