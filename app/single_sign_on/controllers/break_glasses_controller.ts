import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/core'
import { Current } from '#app/platform/database/current'
import { mountFor } from '#app/platform/http/mount'
import { reachOf } from '#app/identity/session_reach'
import { breakGlassValidator } from '#app/single_sign_on/sso_validator'
import { requireSecondFactor } from '#app/two_factor/company_requirement'
import SecondFactor from '#app/two_factor/second_factor'
import BreakGlassUser from '#app/single_sign_on/break_glass_user'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

/**
 * For the day on which the issuer is down: named administrators enter by credentials of their own, all that they have. It is
 * written down, and every administrator hears of it.
 */
export default class BreakGlassesController {
  async create(ctx: HttpContext) {
    const { tenant, identity } = await whoMay(ctx)
    return ctx.inertia.render('single_sign_on/break_glasses/create', {
      companyName: tenant.name,
      asksCode: identity.twoFactorAt !== null,
      action: `/sso/${tenant.slug}/break_glass`,
    })
  }

  async store(ctx: HttpContext) {
    const { tenant, user, identity } = await whoMay(ctx)
    const { reason, code } = await ctx.request.validateUsing(breakGlassValidator)
    await new SecondFactor(identity, ctx).proveWhereOn(code)
    const actor = { kind: 'user' as const, id: user.id, name: user.name }
    await Current.run({ tenantId: tenant.id, actor, requestId: ctx.request.id() }, async () =>
      (await BreakGlassUser.findByOrFail('userId', user.id)).use(reason)
    )
    reachOf(ctx).vouch(tenant.id, { isLimited: false })
    return ctx.response.redirect().toPath(mountFor(tenant.slug))
  }
}

/** To everybody else this door does not exist. */
async function whoMay(ctx: HttpContext) {
  const { auth, params, request } = ctx
  const identity = auth.getUserOrFail()
  const tenant = await Tenant.bySlug(params.slug)
  const user =
    tenant?.isActive && tenant.requiresSingleSignOn
      ? await User.memberships(identity).where({ tenantId: tenant.id, role: 'admin' }).first()
      : null
  const named =
    user &&
    (await BreakGlassUser.query({ connection: 'system' })
      .where({ tenantId: user.tenantId, userId: user.id })
      .first())
  if (!tenant || !user || !named) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
  requireSecondFactor(ctx, tenant, identity)
  return { tenant, user, identity }
}
