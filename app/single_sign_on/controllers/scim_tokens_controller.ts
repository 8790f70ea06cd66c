import type { HttpContext } from '@adonisjs/core/http'
import { showOnce } from '#app/identity/shown_once'
import { scimTokenValidator } from '#app/single_sign_on/sso_validator'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import ScimToken from '#app/single_sign_on/scim_token'

export default class ScimTokensController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SsoConnectionPolicy).authorize('update')
    const { name } = await ctx.request.validateUsing(scimTokenValidator)
    showOnce(ctx, await ScimToken.mint(name))
    return ctx.response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const token = await ScimToken.live().where('id', params.id).firstOrFail()
    await token.revoke()
    session.flash('notice', `The token “${token.name}” no longer works`)
    return response.redirect().back()
  }
}
