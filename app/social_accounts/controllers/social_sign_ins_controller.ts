import type { HttpContext } from '@adonisjs/core/http'
import { leaveFor } from '#app/social_accounts/social_flow'
import { findProvider } from '#app/social_accounts/social_provider'

export default class SocialSignInsController {
  async store(ctx: HttpContext) {
    const { name } = findProvider(ctx.params.provider, ctx)
    await leaveFor(ctx, name, 'sign_in')
  }
}
