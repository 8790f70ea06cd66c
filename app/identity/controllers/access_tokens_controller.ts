import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { showOnce } from '#app/identity/shown_once'
import { accessTokenValidator } from '#app/identity/access_token_validator'
import AccessTokenPolicy from '#app/identity/access_token_policy'
import AccessTokenTransformer from '#app/identity/access_token_transformer'
import AccessToken from '#app/identity/access_token'

export default class AccessTokensController {
  async index({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(AccessTokenPolicy).authorize('index')
    const tokens = await AccessToken.of(user).orderBy('id', 'desc').limit(100)
    return inertia.render('identity/access_tokens/index', {
      tokens: AccessTokenTransformer.transform(tokens),
    })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AccessTokenPolicy).authorize('store')
    const { name, days } = await ctx.request.validateUsing(accessTokenValidator)
    showOnce(ctx, await AccessToken.mint(ctx.user, name, days ? DateTime.utc().plus({ days }) : null))
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
