import type { HttpContext } from '@adonisjs/core/http'
import { leaveFor } from '#app/social_accounts/social_flow'
import { findProvider, labelOf } from '#app/social_accounts/social_provider'
import SocialAccount from '#app/social_accounts/social_account'

/** The accounts elsewhere that sign a person in. */
export default class SocialAccountsController {
  async store(ctx: HttpContext) {
    const { name } = findProvider(ctx.params.provider, ctx)
    await leaveFor(ctx, name, 'connect')
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const identity = auth.getUserOrFail()
    const account = await SocialAccount.of(identity).where('id', params.id).firstOrFail()
    await account.disconnect(identity)
    session.flash('notice', `${labelOf(account.provider)} no longer signs you in`)
    return response.redirect().back()
  }
}
