import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import { showOnce } from '#app/identity/shown_once'
import { codeValidator } from '#app/two_factor/code_validator'
import { rotateSession } from '#app/sign_in/proof'
import { recordInCompanies } from '#app/sign_in/sign_in_events'
import { UserTwoFactorDisabled, UserTwoFactorEnabled } from '#app/two_factor/two_factor_events'
import { Totp } from '#app/two_factor/totp'
import { WrongCodeError } from '#app/two_factor/errors'
import IdentityMail from '#app/sign_in/identity_mail'
import RecoveryCode from '#app/two_factor/recovery_code'
import TwoFactor from '#app/two_factor/two_factor'

const PURPOSE = 'two-factor set-up'

export default class SetUpsController {
  async create(ctx: HttpContext) {
    const { email } = ctx.auth.getUserOrFail()
    const totp = new Totp(draftOf(ctx) ?? newDraft(ctx), email)
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.inertia.render('two_factor/set_ups/create', {
      symbol: await totp.symbol(),
      secret: totp.secret.match(/.{1,4}/g)!.join(' '),
      isRequired: ctx.session.has('afterSetUp'),
    })
  }

  async store(ctx: HttpContext) {
    const identity = ctx.auth.getUserOrFail()
    const { code } = await ctx.request.validateUsing(codeValidator)
    const secret = draftOf(ctx)
    if (!secret) throw new WrongCodeError()
    await TwoFactor.turnOn(identity, secret, code.replace(/\s/g, ''))
    ctx.session.forget('twoFactorDraft')
    ctx.session.flash('wayBack', ctx.session.pull('afterSetUp', null))
    await rotateSession(ctx)
    showOnce(ctx, (await RecoveryCode.renew(identity)).join('\n'))
    await IdentityMail.owe('two_factor_changed', identity.email, { state: 'on' })
    await recordInCompanies(identity, UserTwoFactorEnabled, {})
    ctx.session.flash('notice', 'Two-factor sign-in is on')
    return ctx.response.redirect().toRoute('sign_in.credentials.show')
  }

  async destroy(ctx: HttpContext) {
    const identity = ctx.auth.getUserOrFail()
    await TwoFactor.turnOff(identity)
    await rotateSession(ctx)
    await IdentityMail.owe('two_factor_changed', identity.email, { state: 'off' })
    await recordInCompanies(identity, UserTwoFactorDisabled, {})
    ctx.session.flash('notice', 'Two-factor sign-in is off')
    return ctx.response.redirect().toRoute('sign_in.credentials.show')
  }
}

// Until a code proves it, the secret belongs to this session only.
function draftOf({ session }: HttpContext) {
  const draft: string | null = session.get('twoFactorDraft', null)
  return draft && encryption.decrypt<string>(draft, PURPOSE)
}

function newDraft({ session }: HttpContext) {
  const secret = Totp.newSecret()
  session.put('twoFactorDraft', encryption.encrypt(secret, { purpose: PURPOSE, expiresIn: '1 hour' }))
  return secret
}
