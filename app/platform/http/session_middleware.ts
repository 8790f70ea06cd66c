import Sessions from '@adonisjs/session/session_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { onlyReadsSession } from '#app/platform/http/read_sessions'

/**
 * A scan leaves no session behind. A stream, whose answer has long begun when its request is over, would write the
 * session of its beginning over what the pages beside it have stored.
 */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn): Promise<unknown> {
    const sessions = await ctx.containerResolver.make(Sessions)
    if (!onlyReadsSession(ctx.request.url())) return sessions.handle(ctx, next)
    return sessions.handle(ctx, () => {
      ctx.session.commit = async () => {}
      return next()
    })
  }
}
