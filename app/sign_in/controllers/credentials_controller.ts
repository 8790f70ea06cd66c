import type { HttpContext } from '@adonisjs/core/http'
import { PASSWORD_LENGTH } from '#app/identity/password_input'
import { linkPreferenceValidator } from '#app/sign_in/account_validator'
import { offeredProviders } from '#app/social_accounts/social_provider'
import SocialAccountTransformer from '#app/social_accounts/social_account_transformer'
import SocialAccount from '#app/social_accounts/social_account'
import RecoveryCode from '#app/two_factor/recovery_code'

/** What a person signs in with. */
export default class CredentialsController {
  async show({ auth, inertia, session }: HttpContext) {
    const identity = auth.getUserOrFail()
    return inertia.render('sign_in/credentials/show', {
      acceptsSignInLinks: identity.acceptsSignInLinks,
      twoFactorSince: identity.twoFactorAt?.toISO() ?? null,
      recoveryCodesLeft: await RecoveryCode.countLeft(identity),
      shortest: PASSWORD_LENGTH,
      socialProviders: offeredProviders(),
      socialAccounts: SocialAccountTransformer.transform(await SocialAccount.of(identity)),
      wayBack: session.flashMessages.get('wayBack', null) as string | null,
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const { acceptsSignInLinks } = await request.validateUsing(linkPreferenceValidator)
    await auth.getUserOrFail().merge({ acceptsSignInLinks }).save()
    session.flash(
      'notice',
      acceptsSignInLinks ? 'You can sign in by mail' : 'Nobody can sign in by mail as you'
    )
    return response.redirect().back()
  }
}
