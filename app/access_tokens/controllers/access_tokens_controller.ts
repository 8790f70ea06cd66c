import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { showOnce } from '#app/identity/shown_once'
import { accessTokenValidator } from '#app/access_tokens/access_token_validator'
import AccessTokenPolicy from '#app/access_tokens/access_token_policy'
import AccessTokenTransformer from '#app/access_tokens/access_token_transformer'
import { SCOPES } from '#app/access_tokens/scopes'
import AccessToken from '#app/access_tokens/access_token'

export default class AccessTokensController {
  async index({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(AccessTokenPolicy).authorize('index')
    const tokens = await AccessToken.of(user).orderBy('id', 'desc').limit(100)
    return inertia.render('access_tokens/access_tokens/index', {
      tokens: AccessTokenTransformer.transform(tokens),
      scopes: SCOPES,
      may: { change: !Current.isImpersonated },
    })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AccessTokenPolicy).authorize('store')
    const { name, days, scopes } = await ctx.request.validateUsing(accessTokenValidator)
    const expiresAt = days ? DateTime.utc().plus({ days }) : null
    showOnce(ctx, await AccessToken.mint(ctx.user, name, { scopes, expiresAt }))
    return ctx.response.redirect().back()
  }

  async destroy({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(AccessTokenPolicy).authorize('revoke')
    const token = await AccessToken.of(user).where('id', params.id).firstOrFail()
    await token.revoke()
    session.flash('notice', `The token “${token.name}” no longer works`)
    return response.redirect().back()
  }
}
