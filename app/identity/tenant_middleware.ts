import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Current } from '#app/platform/database/current'
import { slugOf } from '#app/platform/http/mount'
import { enterCompany } from '#app/identity/enter_company'
import { requireIssuer, requireReach } from '#app/single_sign_on/company_door'
import { refuseReserved } from '#app/impersonations/reserved'
import { standingIn } from '#app/impersonations/standing_in'
import { requireSecondFactor } from '#app/two_factor/company_requirement'
import { requireIdentity } from '#app/identity/require_identity'
import type Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

type Options = {
  /** `manual`: the controller opens its own units, because it streams, uploads or calls a vendor. */
  unit?: 'request' | 'manual'
}

/** Opens the company named by the path for a signed-in member of it; to anybody else it does not exist. */
export default class TenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { unit = 'request' }: Options = {}) {
    const identity = await requireIdentity(ctx)
    const tenant = await Tenant.bySlug(slugOf(ctx.request.url())!)
    requireReach(ctx, tenant)
    const visit = tenant && (await standingIn(ctx, identity, tenant))
    const user = visit ? visit.user : tenant && (await memberOf(tenant, identity))
    if (!tenant || !user) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    if (!visit) await requireIssuer(ctx, tenant, user)
    if (!visit) requireSecondFactor(ctx, tenant, identity)
    const work = enterCompany(ctx, tenant, user, 'user', visit?.impersonation)
    if (visit) refuseReserved(ctx)
    return unit === 'manual' ? next() : Current.run(work, next)
  }
}

const memberOf = ({ id }: Tenant, identity: Identity) =>
  User.memberships(identity).where('tenantId', id).first()
