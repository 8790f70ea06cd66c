import Shield from '@adonisjs/shield/shield_middleware'
import encryption from '@adonisjs/core/services/encryption'
import shield from '#config/shield'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { onlyReadsSession } from '#app/platform/http/read_sessions'

/** The token against requests from other sites lives in the session; forms without one carry a stamp of their own. */
const withoutToken = new Shield({ ...shield, csrf: { enabled: false } }, encryption.use())

export default class ShieldMiddleware {
  async handle(ctx: HttpContext, next: NextFn): Promise<unknown> {
    if (onlyReadsSession(ctx.request.url())) return withoutToken.handle(ctx, next)
    return (await ctx.containerResolver.make(Shield)).handle(ctx, next)
  }
}
