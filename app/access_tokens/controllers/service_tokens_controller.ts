import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { requireGivable } from '#app/access/givable'
import Rights from '#app/access/rights'
import { Current } from '#app/platform/database/current'
import { showOnce } from '#app/identity/shown_once'
import { ServiceAccount } from '#app/identity/service_account'
import { serviceAccountValidator } from '#app/identity/service_account_validator'
import ServiceTokenPolicy from '#app/access_tokens/service_token_policy'
import ServiceTokenTransformer from '#app/access_tokens/service_token_transformer'
import { SCOPES } from '#app/access_tokens/scopes'
import AccessToken from '#app/access_tokens/access_token'

/** Tokens of programs that belong to the company, not to a person. */
export default class ServiceTokensController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(ServiceTokenPolicy).authorize('index')
    return inertia.render('access_tokens/service_tokens/index', {
      tokens: ServiceTokenTransformer.transform(await ServiceAccount.all()),
      scopes: SCOPES,
      may: { change: !Current.isImpersonated },
    })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ServiceTokenPolicy).authorize('store')
    const { days, scopes = null, ...service } = await ctx.request.validateUsing(serviceAccountValidator)
    // A service may do no more than whoever makes its token.
    requireGivable(ctx.user.rights, Rights.ofRole(service.role))
    const expiresAt = days ? DateTime.utc().plus({ days }) : null
    showOnce(ctx, await ServiceAccount.open({ ...service, scopes, expiresAt, by: ctx.user }))
    return ctx.response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(ServiceTokenPolicy).authorize('revoke')
    const token = await AccessToken.ofServices().where('id', params.id).firstOrFail()
    await ServiceAccount.close(token)
    session.flash('notice', `The token “${token.name}” no longer works`)
    return response.redirect().back()
  }
}
