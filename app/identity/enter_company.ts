import { Bouncer } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import type { ActorKind, Unit } from '#app/platform/database/current'
import { policies } from '#generated/policies'
import { CompanyDeactivatedError } from '#app/tenancy/errors'
import type Impersonation from '#app/impersonations/impersonation'
import type Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    tenant: Tenant
    user: User
    /** Set while a super user stands in for `user`. */
    impersonation?: Impersonation
    /** What a controller that opens its own units passes to `Current.run`. */
    unit: Unit
    bouncer: Bouncer<User, Record<string, never>, typeof policies>
  }
}

/** Makes the request the user's: context, policies and log lines; returns the unit its work runs in. */
export function enterCompany(
  ctx: HttpContext,
  tenant: Tenant,
  user: User,
  kind: ActorKind,
  impersonation?: Impersonation
): Unit {
  ctx.logger = ctx.logger.child({ tenant: tenant.slug, user: user.id })
  if (!tenant.isActive) throw new CompanyDeactivatedError()
  // They were looked up across tenants; whatever the request does with them belongs to its unit.
  tenant.$options = { connection: 'app' } as never
  user.$options = { connection: 'app' } as never
  ctx.tenant = tenant
  ctx.user = user
  ctx.impersonation = impersonation
  ctx.bouncer = new Bouncer(() => user, {}, policies).setContainerResolver(ctx.containerResolver)
  ctx.unit = {
    tenantId: tenant.id,
    actor: { kind, id: user.id, name: impersonation?.nameFor(user) ?? user.name },
    requestId: ctx.request.id(),
    impersonationId: impersonation?.id,
  }
  return ctx.unit
}
