import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireIdentity } from '#app/identity/require_identity'

/** The console does not exist for anybody but super users. */
export default class SuperUserMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const identity = await requireIdentity(ctx)
    if (!identity.isSuperUser) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    ctx.logger = ctx.logger.child({ superUser: identity.id })
    return next()
  }
}
