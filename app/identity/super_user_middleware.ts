import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { reachOf } from '#app/identity/session_reach'
import { forgetIfOver } from '#app/impersonations/standing_in'
import { requireIdentity } from '#app/identity/require_identity'

/** The console does not exist for anybody but super users. */
export default class SuperUserMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const identity = await requireIdentity(ctx)
    const isProven = !reachOf(ctx).isLimited
    if (!identity.isSuperUser || !isProven)
      throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    await forgetIfOver(ctx, identity)
    ctx.logger = ctx.logger.child({ superUser: identity.id })
    return next()
  }
}
