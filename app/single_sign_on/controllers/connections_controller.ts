import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { Current } from '#app/platform/database/current'
import { givableMap } from '#app/single_sign_on/role_limit'
import { connectionValidator } from '#app/single_sign_on/sso_validator'
import SsoConnectionTransformer from '#app/single_sign_on/sso_connection_transformer'
import SsoDomainTransformer from '#app/single_sign_on/sso_domain_transformer'
import ScimTokenTransformer from '#app/single_sign_on/scim_token_transformer'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import BreakGlassUser from '#app/single_sign_on/break_glass_user'
import Issuer, { callbackUrl, signedOutUrl } from '#app/single_sign_on/issuer'
import type RolePreview from '#app/single_sign_on/role_preview'
import ScimToken from '#app/single_sign_on/scim_token'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import SsoAccount from '#app/single_sign_on/sso_account'
import Role from '#app/access/role'
import RoleTransformer from '#app/access/role_transformer'
import User from '#app/identity/user'

type RolePreviewResult = ReturnType<RolePreview['toObject']>

export default class ConnectionsController {
  async index({ bouncer, tenant, user, session, inertia }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('index')
    const connection = await SsoConnection.own()
    const admins = await User.active().where('role', 'admin').orderBy('name').limit(100)
    const named = await BreakGlassUser.query()
    const own = await SsoAccount.findBy('userId', user.id)
    return inertia.render('single_sign_on/connections/index', {
      connection: connection && SsoConnectionTransformer.transform(connection),
      domains: SsoDomainTransformer.transform(await SsoDomain.query().orderBy('domain')),
      scimTokens: ScimTokenTransformer.transform(await ScimToken.live().orderBy('id', 'desc')),
      roles: RoleTransformer.transform(await Role.query().orderByRaw('lower(name)').limit(200)),
      ownClaims: own?.lastClaims ? JSON.stringify(own.lastClaims, null, 2) : null,
      rolePreview: (session.flashMessages.get('rolePreview') ?? null) as RolePreviewResult | null,
      isEnforced: tenant.requiresSingleSignOn,
      admins: admins.map(({ id, name }) => ({ id, name })),
      breakGlassUserIds: named.map(({ userId }) => userId),
      addresses: {
        redirect: callbackUrl(),
        signIn: `${appUrl}/sso/${tenant.slug}`,
        signedOut: signedOutUrl(),
        logout: `${appUrl}/sso/${tenant.slug}/logout`,
        breakGlass: `${appUrl}/sso/${tenant.slug}/break_glass`,
        scim: `${appUrl}/scim/v2`,
      },
    })
  }

  /** Asks the issuer first, outside a unit: an address that is none is refused before anything is kept. */
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SsoConnectionPolicy).authorize('update')
    const settings = await ctx.request.validateUsing(connectionValidator)
    const given = await Current.run(ctx.unit, () => givableMap(ctx.user, settings))
    const issuer = await Issuer.nameOf(settings.issuer)
    await Current.run(ctx.unit, () => SsoConnection.save({ ...given, issuer }))
    ctx.session.flash('notice', 'The issuer answered as it should. Saved.')
    return ctx.response.redirect().back()
  }
}
